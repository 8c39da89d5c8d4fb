import { useTranslation } from 'react-i18next'
import { formatRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { CountVerdict } from '../../storage/shift-writes.ts'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { differenceWords } from './shift-words.ts'

const TITLES = { none: 'close.exact', over: 'close.over', under: 'close.under' } as const

const Row = ({
  words,
  amount,
  isSum = false,
}: {
  readonly words: string
  readonly amount: Rupiah
  readonly isSum?: boolean
}) => (
  <div className={isSum ? 'flex justify-between pt-2 text-xl font-bold' : 'flex justify-between pb-2 text-lg'}>
    <dt>{words}</dt>
    <dd>
      <Money amount={amount} />
    </dd>
  </div>
)

/** What was counted beside what was expected, and room for a note. */
export const CountResult = ({
  verdict,
  limit,
  note,
  onNote,
}: {
  readonly verdict: CountVerdict
  readonly limit: Rupiah
  readonly note: string
  readonly onNote: (note: string) => void
}) => {
  const { t } = useTranslation('shifts')
  const { key, amount, tone } = differenceWords(verdict.difference)
  return (
    <>
      <dl className="rounded-control border border-line px-4 py-3">
        <Row words={t('close.counted')} amount={verdict.countedCash} />
        <Row words={t('close.expected')} amount={verdict.expectedCash} />
        <div className="border-t border-line">
          <Row isSum words={t('close.difference')} amount={verdict.difference} />
        </div>
      </dl>
      <Notice tone={tone} title={t(TITLES[key], { amount })}>
        {verdict.needsApproval ? t('close.needsApproval', { amount: formatRupiah(limit) }) : undefined}
      </Notice>
      <TextField takesFocus label={t('close.note')} maxLength={200} value={note} onChange={onNote} />
    </>
  )
}
