import { Ban, Check, ChevronDown, ChevronUp, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { Button } from '../../ui/button.tsx'
import type { TimeLanguage } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DESTINATION_NAMES, OrderStateIcon } from './order-state.tsx'
import { canClose, canRequeue, isTask, nameKeyOfStep, wordForStep } from './order-words.ts'
import { StepAttempts } from './step-attempts.tsx'

type StepActions = {
  readonly onRequeue: (step: Step) => void
  readonly onClose: (step: Step, stepName: string) => void
  readonly onTaskDone: (step: Step) => void
}

const useStepName = (step: Step, sale: Sale): string => {
  const { t } = useTranslation('orders')
  const tender = step.tenderIndex === null ? undefined : sale.tenders[step.tenderIndex]
  return t(nameKeyOfStep(step.kind), { tender: tender === undefined ? '' : t(`tender.${tender.method}`) }).trim()
}

const StepRow = ({
  step,
  sale,
  isVoided,
  language,
  onRequeue,
  onClose,
  onTaskDone,
}: StepActions & {
  readonly step: Step
  readonly sale: Sale
  readonly isVoided: boolean
  readonly language: TimeLanguage
}) => {
  const mayRequeue = canRequeue(step) && !isVoided
  const { t } = useTranslation('orders')
  const [isOpen, setIsOpen] = useState(false)
  const word = wordForStep(step)
  const stepName = useStepName(step, sale)
  const fullName = `${DESTINATION_NAMES[step.destination]}: ${stepName}`
  return (
    <li aria-label={fullName} className="flex flex-col gap-1.5 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{stepName}</span>
        <StateBadge tone={word.tone} icon={<OrderStateIcon icon={word.icon} />}>
          {t(word.key)}
        </StateBadge>
      </div>
      {isTask(step) && step.attention !== null ? (
        <div className="flex flex-col items-start gap-2 rounded-control bg-warn-soft px-3 py-2.5 text-sm">
          <p className="wrap-anywhere select-text">{step.attention.remedy[language]}</p>
          {step.state === 'attention' ? (
            <Button icon={<Check size={18} aria-hidden />} onPress={() => onTaskDone(step)}>
              {t('taskDone')}
            </Button>
          ) : null}
        </div>
      ) : step.attention === null ? null : (
        <dl className="flex flex-col gap-2 rounded-control bg-bad-soft px-3 py-2.5 text-sm">
          <div>
            <dt className="font-semibold text-bad">
              {t('serverSays')}
              {step.attention.httpStatus === null ? '' : ` (HTTP ${step.attention.httpStatus})`}
            </dt>
            <dd className="wrap-anywhere select-text">{step.attention.message}</dd>
          </div>
          <div>
            <dt className="font-semibold text-bad">{t('remedy')}</dt>
            <dd>{step.attention.remedy[language]}</dd>
          </div>
        </dl>
      )}
      {step.closedReason === null ? null : (
        <p className="text-sm wrap-anywhere">{t('closedBecause', { reason: step.closedReason })}</p>
      )}
      {mayRequeue || canClose(step) ? (
        <div className="flex flex-wrap items-center gap-2">
          {mayRequeue ? (
            <Button icon={<RotateCw size={18} aria-hidden />} onPress={() => onRequeue(step)}>
              {t(isTask(step) ? 'taskAgain' : 'retry')}
            </Button>
          ) : null}
          {canClose(step) ? (
            <Button look="quiet" icon={<Ban size={18} aria-hidden />} onPress={() => onClose(step, stepName)}>
              {t('closeStep')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0 text-sm wrap-anywhere text-muted select-text">
          {step.remote === null
            ? null
            : `${t('remote', { number: step.remote.number ?? step.remote.id })}${step.remote.number === null ? '' : ` (id\u00A0${step.remote.id})`}`}
          {step.attempts.length === 0 && !isTask(step) ? t('attemptsNone') : null}
        </span>
        {step.attempts.length === 0 ? null : (
          <Button
            look="quiet"
            className="-mr-2 px-2! font-medium!"
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t('attemptsHide') : t('attemptsShow', { count: step.attempts.length })}
          </Button>
        )}
      </div>
      {isOpen ? (
        <StepAttempts
          label={`${t('attempts')} ${fullName}`}
          attempts={step.attempts}
          utcOffsetMinutes={sale.utcOffsetMinutes}
          language={language}
        />
      ) : null}
    </li>
  )
}

/** Every step that a sale owes one service, in order, with what happened and what can be done. */
export const DestinationSteps = ({
  destination,
  steps,
  sale,
  isVoided,
  language,
  ...actions
}: {
  readonly destination: Destination
  readonly steps: readonly Step[]
  readonly sale: Sale
  /** Called off: nothing of it may be sent any more. */
  readonly isVoided: boolean
  readonly language: TimeLanguage
} & StepActions) => {
  const { t } = useTranslation('orders')
  const destinationName = DESTINATION_NAMES[destination]
  const own = steps
    .filter((step) => step.destination === destination)
    .sort((left, right) => left.position - right.position)
  return (
    <section aria-label={t('sending', { destination: destinationName })}>
      <h3 className="font-semibold text-muted">{t('sending', { destination: destinationName })}</h3>
      {own.length === 0 ? (
        <p className="py-2 text-sm text-muted">{t('nothingOwed', { destination: destinationName })}</p>
      ) : (
        <ol className="divide-y divide-line">
          {own.map((step) => (
            <StepRow key={step.id} step={step} sale={sale} isVoided={isVoided} language={language} {...actions} />
          ))}
        </ol>
      )}
    </section>
  )
}
