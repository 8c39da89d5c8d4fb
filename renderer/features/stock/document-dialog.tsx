import { Ban, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STOCK_REASON_WORDS } from '../../../shared/domain/stock-document.ts'
import type { Step } from '../../../shared/domain/step.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import type { StockDocumentRow } from '../../storage/stock-document-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DocumentLines } from './document-lines.tsx'
import {
  canCloseStep,
  canDropLines,
  canSendAgain,
  droppableLines,
  hasMoreToSend,
  plainMessage,
  wordForStockStep,
} from './document-words.ts'
import { ReasonForm } from './reason-form.tsx'

/** What is about to be done to the document, once a reason is given. */
type Wish =
  | { readonly type: 'close'; readonly step: Step }
  | { readonly type: 'drop'; readonly skus: readonly string[] }

const StepPart = ({
  step,
  hasMoreToSend,
  onRequeue,
  onClose,
}: {
  readonly step: Step
  readonly hasMoreToSend: boolean
  readonly onRequeue: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation(['stock', 'common'])
  const say = useBilingual()
  const word = wordForStockStep(step.state)
  const canTry = hasMoreToSend && canSendAgain(step)
  return (
    <li className="flex flex-col gap-2 py-2.5">
      <div className="flex items-center justify-between gap-3">
        <span className="font-semibold">{t(`common:destination.${step.destination}`)}</span>
        <StateBadge tone={word.tone}>{t(`stock:${word.key}`)}</StateBadge>
      </div>
      {step.attention === null || step.state !== 'attention' ? null : (
        <Notice tone="bad" title={say(step.attention.remedy)} isAnnounced={false}>
          {plainMessage(step.attention.message)}
        </Notice>
      )}
      {step.closedReason === null ? null : (
        <p className="text-sm">{t('stock:documents.closedWith', { reason: step.closedReason })}</p>
      )}
      {canTry || canCloseStep(step) ? (
        <div className="flex gap-2">
          {canTry ? (
            <Button icon={<RotateCw size={18} aria-hidden />} onPress={onRequeue}>
              {t('stock:documents.again')}
            </Button>
          ) : null}
          {canCloseStep(step) ? (
            <Button look="quiet" icon={<Ban size={18} aria-hidden />} onPress={onClose}>
              {t('stock:documents.close')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

/** One stock document: its goods, what became of it at each service, and what can be done. */
export const DocumentDialog = ({ row, onClose }: { readonly row: StockDocumentRow; readonly onClose: () => void }) => {
  const { t } = useTranslation(['stock', 'common'])
  const till = useTill()
  const say = useBilingual()
  const [wish, setWish] = useState<Wish | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { document, steps } = row
  const left = droppableLines(row)
  const isPartlySent = left.length < document.lines.filter((line) => !line.isDropped).length
  const canDrop = canDropLines(row)
  const words = Object.entries(STOCK_REASON_WORDS).find(([reason]) => reason === document.reason)?.[1]

  const act = async (work: () => Promise<Result<unknown, ActionableError>>) => {
    const done = await work()
    setProblem(done.ok ? null : say(done.error.message))
    setWish(null)
  }
  const fulfil = (reason: string) => {
    if (wish === null) return Promise.resolve()
    return act(() =>
      wish.type === 'close'
        ? till.closeStep(wish.step.id, reason)
        : till.dropStockLines(document.id, wish.skus, reason),
    )
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={`${t(`stock:kind.${document.kind}`)} ${document.number}`}
      closeLabel={t('common:close')}
      onClose={onClose}
      actions={
        canDrop && wish === null ? (
          <Button
            look="quiet"
            icon={<Trash2 size={18} aria-hidden />}
            onPress={() => setWish({ type: 'drop', skus: left.map((line) => line.sku) })}
          >
            {t(isPartlySent ? 'stock:documents.dropRest' : 'stock:documents.dropAll')}
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-4">
        {problem === null ? null : <Notice tone="bad" title={problem} />}
        <p className="text-muted">
          {words === undefined ? document.reason : say(words)} · {document.by}
          {document.note === '' ? '' : ` · ${document.note}`}
        </p>
        {document.voiding === null ? null : (
          <Notice
            tone="neutral"
            title={t('stock:documents.voidedWith', { reason: document.voiding.reason })}
            isAnnounced={false}
          />
        )}
        {steps.length === 0 ? <p className="text-muted">{t('stock:documents.noneHint')}</p> : null}
        <ul className="divide-y divide-line">
          {steps.map((step) => (
            <StepPart
              key={step.id}
              step={step}
              hasMoreToSend={hasMoreToSend(row, step)}
              onRequeue={() => void act(() => till.requeueStep(step.id))}
              onClose={() => setWish({ type: 'close', step })}
            />
          ))}
        </ul>
        {wish === null ? null : (
          <ReasonForm
            title={
              wish.type === 'close'
                ? t('stock:documents.closeTitle')
                : t('stock:documents.dropTitle', { count: wish.skus.length })
            }
            hint={t(wish.type === 'close' ? 'stock:documents.closeHint' : 'stock:documents.dropHint')}
            confirmLabel={t(wish.type === 'close' ? 'stock:documents.close' : 'stock:documents.drop')}
            onCancel={() => setWish(null)}
            onConfirm={fulfil}
          />
        )}
        <DocumentLines
          row={row}
          onDrop={canDrop && left.length > 1 ? (sku) => setWish({ type: 'drop', skus: [sku] }) : null}
        />
      </div>
    </Dialog>
  )
}
