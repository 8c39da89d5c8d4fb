import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import { RETURN_REASONS, type ReturnableLine } from '../../../shared/domain/return-line.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ReturnLineDraft, shownReceipt } from './return-form.ts'

type ReturnLineRowProps = {
  readonly returnable: ReturnableLine
  readonly draft: ReturnLineDraft
  readonly problem: string | null
  readonly takesFocus: boolean
  readonly onChange: (part: Partial<ReturnLineDraft>) => void
}

/** One line of the earlier sale: how much of it comes back, how much was received and goes back on the shelf, and why. */
export const ReturnLineRow = ({ returnable, draft, problem, takesFocus, onChange }: ReturnLineRowProps) => {
  const { t } = useTranslation('returns')
  const language = useLanguage()
  const { line, leftQuantity, returnedQuantity } = returnable
  const isGone = leftQuantity === 0
  const unit = line.soldBy === 'weight' ? ' kg' : ''
  const isComing = draft.quantity.trim() !== ''
  const shown = isComing ? shownReceipt(draft) : { received: '', restocked: '' }
  return (
    <li
      aria-label={line.name}
      className="grid grid-cols-[minmax(0,1fr)_6.5rem_6.5rem_6.5rem_15rem] items-start gap-3 px-4 py-3"
    >
      <div className="min-w-0 pt-1">
        <span className="block leading-snug font-medium wrap-anywhere">{line.name}</span>
        <span className="block text-sm text-muted">
          {formatQuantity(line.quantity)}
          {unit} x {formatRupiah(line.unitPrice)}
          {returnedQuantity === 0
            ? ''
            : ` · ${t('alreadyBack', { quantity: formatQuantity(returnedQuantity), left: formatQuantity(leftQuantity) })}`}
        </span>
        {problem === null ? null : <span className="block pt-1 text-sm font-medium text-bad">{problem}</span>}
      </div>
      <TextField
        label={t('quantity')}
        inputMode="numeric"
        takesFocus={takesFocus}
        isDisabled={isGone}
        maxLength={9}
        value={draft.quantity}
        onChange={(quantity) => onChange({ quantity })}
      />
      <TextField
        label={t('received')}
        inputMode="numeric"
        isDisabled={isGone || !isComing}
        maxLength={9}
        value={shown.received}
        onChange={(received) => onChange({ received })}
      />
      <TextField
        label={t('restocked')}
        inputMode="numeric"
        isDisabled={isGone || !isComing}
        maxLength={9}
        value={shown.restocked}
        onChange={(restocked) => onChange({ restocked })}
      />
      <Select
        label={t('reason')}
        isDisabled={isGone || !isComing}
        value={draft.reason}
        choices={RETURN_REASONS.map((reason) => ({ value: reason.id, label: reason[language] }))}
        onChange={(reason) => onChange({ reason })}
      />
    </li>
  )
}
