import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { printerProblemWords } from '../../../shared/domain/printer-condition.ts'
import type { Printer } from '../../../shared/domain/printer.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { TONE_CLASSES } from '../../ui/tone.ts'
import { type PrinterState, toneOfState } from './printer-state.ts'
import { TroubleDetail } from './trouble-detail.tsx'

/** The key of a state's words. */
const wordOf = (state: PrinterState) => (state.type === 'silent' && state.isPresent ? 'present' : state.type)

/** A printer's state in a word. */
export const PrinterStateBadge = ({ state }: { readonly state: PrinterState }) => {
  const { t } = useTranslation('printers')
  return <StateBadge tone={toneOfState(state)}>{t(`state.${wordOf(state)}`)}</StateBadge>
}

/** What is known of a printer in sentences, and what to do about it. */
export const PrinterStateWords = ({ printer, state }: { readonly printer: Printer; readonly state: PrinterState }) => {
  const { t } = useTranslation('printers')
  const say = useBilingual()
  const ground = `rounded-control px-3 py-2 text-sm ${TONE_CLASSES[toneOfState(state)]}`
  switch (state.type) {
    case 'problems':
      return (
        <ul className={ground}>
          {state.problems.map((problem) => (
            <li key={problem} className="font-medium">
              {say(printerProblemWords(problem))}
            </li>
          ))}
        </ul>
      )
    case 'absent':
      return <p className={ground}>{t('stateHint.absent')}</p>
    case 'failed':
      return (
        <p className={ground}>
          {state.trouble === null ? t('stateHint.absent') : say(printTroubleWords(state.trouble))}
          {state.trouble === null ? null : <TroubleDetail trouble={state.trouble} />}
        </p>
      )
    case 'asking':
      return <p className={ground}>{t('stateHint.asking')}</p>
    case 'sending':
      return state.progress === null ? null : (
        <ProgressBar
          label={t('state.sending')}
          value={state.progress.bytesSent}
          maximum={state.progress.totalBytes}
          valueText={`${formatThousands(state.progress.bytesSent)} / ${formatThousands(state.progress.totalBytes)}`}
        />
      )
    case 'fine':
      return null
    case 'silent':
      if (printer.transport.type === 'practice') return <p className="text-sm text-muted">{t('stateHint.practice')}</p>
      return <p className="text-sm text-muted">{t(`stateHint.${state.isPresent ? 'present' : 'silent'}`)}</p>
    default:
      return assertNever(state, 'printer state')
  }
}
