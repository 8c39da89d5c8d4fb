import { useTranslation } from 'react-i18next'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { PrinterProblems, TransportDraft } from './printer-form.ts'

const TRANSPORTS = ['practice', 'tcp', 'device'] as const

/** How a printer is reached. */
export const TransportFields = ({
  printer,
  transport,
  problems,
  onChange,
}: {
  readonly printer: 'receipt' | 'label'
  readonly transport: TransportDraft
  readonly problems: PrinterProblems
  readonly onChange: (transport: TransportDraft) => void
}) => {
  const { t } = useTranslation('printing')
  const problemAt = (field: 'host' | 'port' | 'path') => {
    const problem = problems[`${printer}.${field}`]
    return problem === undefined ? null : t(`problem.${problem}`)
  }
  return (
    <>
      <div className="flex flex-col gap-1">
        <Select
          label={t('transport')}
          value={transport.type}
          choices={TRANSPORTS.map((value) => ({ value, label: t(`transportType.${value}`) }))}
          onChange={(type) => onChange({ ...transport, type })}
        />
        <p className="text-sm text-muted">{t(`transportHint.${transport.type}`)}</p>
      </div>
      {transport.type === 'tcp' ? (
        <div className="grid grid-cols-[minmax(0,1fr)_120px] gap-3">
          <TextField
            label={t('host')}
            value={transport.host}
            placeholder="192.168.1.50"
            error={problemAt('host')}
            onChange={(host) => onChange({ ...transport, host })}
          />
          <TextField
            label={t('port')}
            inputMode="numeric"
            value={transport.port}
            error={problemAt('port')}
            onChange={(port) => onChange({ ...transport, port })}
          />
        </div>
      ) : null}
      {transport.type === 'device' ? (
        <TextField
          label={t('path')}
          value={transport.path}
          error={problemAt('path')}
          onChange={(path) => onChange({ ...transport, path })}
        />
      ) : null}
    </>
  )
}
