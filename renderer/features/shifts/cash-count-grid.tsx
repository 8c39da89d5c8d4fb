import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah, formatThousands, rupiah, timesRupiah } from '../../../shared/domain/money.ts'
import { DENOMINATIONS } from '../../../shared/domain/shift.ts'
import { classNames } from '../../ui/class-names.ts'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Money } from '../../ui/money.tsx'
import { type CashCountEntry, readCashCount } from './cash-count-entry.ts'

const SMALLEST_NOTE = 1_000
const NOTES = DENOMINATIONS.filter((denomination) => denomination >= SMALLEST_NOTE)
const COINS = DENOMINATIONS.filter((denomination) => denomination < SMALLEST_NOTE)

/** Enter and the arrows move between the fields as in a column of figures; Enter in the last one is `onDone`. */
const moveFocus = (event: KeyboardEvent<HTMLInputElement>, onDone: () => void): void => {
  const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const inputs = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? [])]
  const at = inputs.indexOf(event.currentTarget)
  const next = inputs[at + step]
  if (next !== undefined) next.focus()
  else if (event.key === 'Enter') onDone()
}

type Rows = {
  readonly entry: CashCountEntry
  readonly onChange: (entry: CashCountEntry) => void
  /** Enter was pressed in the last field. */
  readonly onDone: () => void
}

const CountRow = ({
  denomination,
  isFirst,
  entry,
  onChange,
  onDone,
}: Rows & { readonly denomination: number; readonly isFirst: boolean }) => {
  const { t } = useTranslation('shifts')
  const { count, wrong } = readCashCount(entry)
  const pieces = count.find((each) => each.denomination === denomination)?.count ?? 0
  const isWrong = wrong.includes(denomination)
  const value = rupiah(denomination)
  return (
    <tr>
      <th scope="row" className="py-0.5 pr-3 text-right font-medium tabular-nums">
        {formatThousands(denomination)}
      </th>
      <td className="py-0.5">
        <input
          ref={isFirst ? focusOnMount : null}
          aria-label={t('count.field', { amount: formatRupiah(value) })}
          aria-invalid={isWrong}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          maxLength={7}
          className="field-box h-9 w-20 px-2 text-right text-lg font-semibold tabular-nums"
          value={entry[denomination] ?? ''}
          onKeyDown={(event) => moveFocus(event, onDone)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange({ ...entry, [denomination]: event.currentTarget.value })}
        />
      </td>
      <td className={classNames('py-0.5 pl-3 text-right', pieces === 0 ? 'text-muted' : 'font-medium')}>
        <Money amount={timesRupiah(value, pieces)} />
      </td>
    </tr>
  )
}

const CountColumn = ({
  title,
  denominations,
  isFirst,
  ...rows
}: Rows & { readonly title: string; readonly denominations: readonly number[]; readonly isFirst: boolean }) => {
  const { t } = useTranslation('shifts')
  return (
    <table className="w-full table-fixed self-start">
      <colgroup>
        <col className="w-22" />
        <col className="w-20" />
        <col />
      </colgroup>
      <caption className="pb-1 text-left text-sm font-semibold text-muted">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('count.denomination')}</th>
          <th scope="col">{t('count.pieces')}</th>
          <th scope="col">{t('count.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {denominations.map((denomination, index) => (
          <CountRow key={denomination} denomination={denomination} isFirst={isFirst && index === 0} {...rows} />
        ))}
      </tbody>
    </table>
  )
}

/** Counting cash by denomination: pieces beside each, the sum live. Controlled; the first field takes the focus. */
export const CashCountGrid = (rows: Rows) => {
  const { t } = useTranslation('shifts')
  const { total, wrong } = readCashCount(rows.entry)
  return (
    <div className="flex flex-col gap-3">
      <fieldset aria-label={t('count.label')} className="grid grid-cols-2 gap-x-10">
        <CountColumn isFirst title={t('count.notes')} denominations={NOTES} {...rows} />
        <CountColumn isFirst={false} title={t('count.coins')} denominations={COINS} {...rows} />
      </fieldset>
      {wrong.length === 0 ? null : (
        <p role="alert" className="font-medium text-bad">
          {t('count.invalid')}
        </p>
      )}
      <p className="flex items-baseline justify-between rounded-control bg-sunken px-4 py-3">
        <span className="font-semibold">{t('count.total')}</span>
        <output className="text-2xl font-bold">
          <Money amount={total} />
        </output>
      </p>
    </div>
  )
}
