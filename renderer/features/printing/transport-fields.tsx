import { useTranslation } from 'react-i18next'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { TransportDraft, TransportField } from './transport-draft.ts'
import { usePrinterWords } from './use-printer-words.ts'

const WAYS = ['tcp', 'usb', 'device', 'serial', 'spooler', 'cups', 'file'] as const

type TypedField = Exclude<TransportField, 'usb'>
const FIELDS: Readonly<Record<TransportDraft['type'], readonly TypedField[]>> = {
  practice: [],
  usb: [],
  tcp: ['host', 'port'],
  device: ['devicePath'],
  serial: ['serialPath', 'baudRate'],
  spooler: ['spoolerName'],
  cups: ['queue'],
  file: ['folder'],
}
const NUMERIC: ReadonlySet<TypedField> = new Set(['port', 'baudRate'])

/** How a printer is reached. USB printers can only be chosen among those found. */
export const TransportFields = ({
  transport,
  allowsPractice,
  problemOf,
  onChange,
}: {
  readonly transport: TransportDraft
  readonly allowsPractice: boolean
  readonly problemOf: (field: TransportField) => string | null
  readonly onChange: (transport: TransportDraft) => void
}) => {
  const { t } = useTranslation('printers')
  const words = usePrinterWords()
  const ways = [
    ...(allowsPractice || transport.type === 'practice' ? (['practice'] as const) : []),
    ...WAYS.filter((way) => way !== 'usb' || transport.usb !== null),
  ]
  const fields = FIELDS[transport.type]
  return (
    <>
      <div className="flex flex-col gap-1">
        <Select
          label={t('transport')}
          value={transport.type}
          choices={ways.map((value) => ({ value, label: t(`transportType.${value}`) }))}
          onChange={(type) => onChange({ ...transport, type })}
        />
        <p className="text-sm text-muted">
          {t(`transportHint.${transport.type}`)}
          {transport.type === 'usb' && transport.usb !== null ? ` ${words.way(transport.usb)}` : ''}
        </p>
      </div>
      {fields.length === 0 ? null : (
        <div className={fields.length === 1 ? 'grid' : 'grid grid-cols-[minmax(0,1fr)_160px] gap-3'}>
          {fields.map((field) => (
            <TextField
              key={field}
              label={t(`form.${field}`)}
              value={transport[field]}
              inputMode={NUMERIC.has(field) ? 'numeric' : 'text'}
              error={problemOf(field)}
              onChange={(value) => onChange({ ...transport, [field]: value })}
            />
          ))}
        </div>
      )}
    </>
  )
}
