import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import { NO_FAULTS, type ServiceFaults } from '../../../shared/ipc/practice.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FaultNumber } from './fault-number.tsx'
import { isUndisturbed } from './fault-summary.ts'

const LARGEST_COUNT = 999
const LONGEST_DELAY_MS = 120_000

/** The switches of one practice service. */
export const ServiceFaultsPanel = ({
  destination,
  faults,
  onChange,
}: {
  readonly destination: Destination
  readonly faults: ServiceFaults
  readonly onChange: (part: Partial<ServiceFaults>) => void
}) => {
  const { t } = useTranslation('practice')
  const { t: tCommon } = useTranslation('common')
  const names = { destination: tCommon(`destination.${destination}`) }
  const isQuiet = isUndisturbed(faults)
  return (
    <Panel
      className="shrink-0"
      title={t('service', names)}
      actions={<StateBadge tone={isQuiet ? 'good' : 'warn'}>{isQuiet ? t('undisturbed') : t('disturbed')}</StateBadge>}
    >
      <div className="flex flex-col gap-2">
        <div
          className={classNames(
            'rounded-control border px-3 text-lg font-semibold',
            faults.isCut ? 'border-bad bg-bad-soft' : 'border-line',
          )}
        >
          <Switch isSelected={faults.isCut} onChange={(isCut) => onChange({ isCut })}>
            {t('cut', names)}
          </Switch>
        </div>
        <div className="flex items-center justify-between gap-2 pl-3">
          <Switch
            isSelected={faults.refusesCredentials}
            onChange={(refusesCredentials) => onChange({ refusesCredentials })}
          >
            {t('refuse')}
          </Switch>
          <IconButton
            label={t('reset', names)}
            look="outlined"
            isDisabled={isQuiet}
            icon={<RotateCcw size={18} aria-hidden />}
            onPress={() => onChange(NO_FAULTS)}
          />
        </div>
        <div className="grid grid-cols-2 gap-x-4 gap-y-2">
          <FaultNumber
            label={t('delay')}
            value={faults.delayMs}
            most={LONGEST_DELAY_MS}
            onChange={(delayMs) => onChange({ delayMs })}
          />
          <FaultNumber
            label={t('loseShare')}
            value={Math.round(faults.loseAnswerShare * 100)}
            most={100}
            onChange={(percent) => onChange({ loseAnswerShare: percent / 100 })}
          />
          <FaultNumber
            label={t('loseNext')}
            value={faults.loseNextAnswers}
            most={LARGEST_COUNT}
            onChange={(loseNextAnswers) => onChange({ loseNextAnswers })}
          />
          <FaultNumber
            label={t('fail5xx')}
            value={faults.failNextWith5xx}
            most={LARGEST_COUNT}
            onChange={(failNextWith5xx) => onChange({ failNextWith5xx })}
          />
          <FaultNumber
            label={t('fail429')}
            value={faults.failNextWith429}
            most={LARGEST_COUNT}
            onChange={(failNextWith429) => onChange({ failNextWith429 })}
          />
          <FaultNumber
            label={t('twice')}
            value={faults.answerTwiceNext}
            most={LARGEST_COUNT}
            onChange={(answerTwiceNext) => onChange({ answerTwiceNext })}
          />
        </div>
      </div>
    </Panel>
  )
}
