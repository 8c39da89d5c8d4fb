import { useTranslation } from 'react-i18next'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PrinterDraft, PrinterProblems } from './printer-form.ts'
import { SampleDialog } from './sample-dialog.tsx'
import { TransportFields } from './transport-fields.tsx'

const STATUS_TONES = { unknown: 'neutral', ready: 'good', failed: 'bad', asking: 'warn' } as const

const Status = ({ status }: { readonly status: PrinterStatus | undefined }) => {
  const { t } = useTranslation('printing')
  if (status === undefined) return null
  return <StateBadge tone={STATUS_TONES[status.state]}>{t(`status.${status.state}`)}</StateBadge>
}

const StatusMessage = ({ status }: { readonly status: PrinterStatus | undefined }) =>
  status?.state === 'failed' && status.message !== null ? (
    <p className="text-sm wrap-anywhere text-bad select-text">{status.message}</p>
  ) : null

type FieldsetProps = {
  readonly draft: PrinterDraft
  readonly problems: PrinterProblems
  readonly status: PrinterStatus | undefined
  readonly onChange: (draft: PrinterDraft) => void
}

/** The settings of the receipt printer. */
export const ReceiptPrinterFields = ({ draft, problems, status, onChange }: FieldsetProps) => {
  const { t } = useTranslation('printing')
  const change = (part: Partial<PrinterDraft['receipt']>) =>
    onChange({ ...draft, receipt: { ...draft.receipt, ...part } })
  return (
    <Panel title={t('receiptPrinter')} className="shrink-0" actions={<Status status={status} />}>
      <div className="flex flex-col gap-4">
        <StatusMessage status={status} />
        <TransportFields
          printer="receipt"
          transport={draft.receipt.transport}
          problems={problems}
          onChange={(transport) => change({ transport })}
        />
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium text-muted">
            {t('paperWidth')}
          </span>
          <SegmentedControl
            label={t('paperWidth')}
            value={draft.receipt.paperWidthMm === 58 ? '58' : '80'}
            segments={(['58', '80'] as const).map((value) => ({ value, label: t('millimetres', { shown: value }) }))}
            onChange={(value) => change({ paperWidthMm: value === '58' ? 58 : 80 })}
          />
        </div>
        <Switch isSelected={draft.receipt.opensDrawer} onChange={(opensDrawer) => change({ opensDrawer })}>
          {t('opensDrawer')}
        </Switch>
        <SampleDialog paperWidthMm={draft.receipt.paperWidthMm} />
      </div>
    </Panel>
  )
}

/** The settings of the label printer. */
export const LabelPrinterFields = ({ draft, problems, status, onChange }: FieldsetProps) => {
  const { t } = useTranslation('printing')
  const change = (part: Partial<PrinterDraft['label']>) => onChange({ ...draft, label: { ...draft.label, ...part } })
  const problemAt = (place: 'label.gapMm' | 'label.darkness' | 'label.speed') => {
    const problem = problems[place]
    return problem === undefined ? null : t(`problem.${problem}`)
  }
  return (
    <Panel title={t('labelPrinter')} className="shrink-0" actions={<Status status={status} />}>
      <div className="flex flex-col gap-4">
        <StatusMessage status={status} />
        <TransportFields
          printer="label"
          transport={draft.label.transport}
          problems={problems}
          onChange={(transport) => change({ transport })}
        />
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium text-muted">
            {t('dpi')}
          </span>
          <SegmentedControl
            label={t('dpi')}
            value={draft.label.dpi === 203 ? '203' : '300'}
            segments={(['203', '300'] as const).map((value) => ({ value, label: t('dotsPerInch', { shown: value }) }))}
            onChange={(value) => change({ dpi: value === '203' ? 203 : 300 })}
          />
        </div>
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={t('gap')}
            value={draft.label.gapMm}
            error={problemAt('label.gapMm')}
            onChange={(gapMm) => change({ gapMm })}
          />
          <TextField
            label={t('darkness')}
            inputMode="numeric"
            value={draft.label.darkness}
            error={problemAt('label.darkness')}
            onChange={(darkness) => change({ darkness })}
          />
        </div>
        <TextField
          label={t('speed')}
          inputMode="numeric"
          value={draft.label.speedInchesPerSecond}
          error={problemAt('label.speed')}
          onChange={(speedInchesPerSecond) => change({ speedInchesPerSecond })}
        />
      </div>
    </Panel>
  )
}
