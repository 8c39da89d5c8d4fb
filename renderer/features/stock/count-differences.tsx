import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addQuantities } from '../../../shared/domain/quantity.ts'
import { useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import type { CountDraft, CountLine } from '../../storage/stock-count-store.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { requestApproval } from '../approval/approval-store.ts'
import { formatFigure, formatSigned } from './finding-words.ts'
import { itemCell } from './item-cell.tsx'

const differenceOf = (line: CountLine): number => addQuantities(line.counted, -line.expected)

const differenceColumns = (t: TFunction<'stock'>): readonly Column<CountLine>[] => [
  { id: 'item', header: t('column.item'), width: 'minmax(0, 1fr)', cell: itemCell },
  {
    id: 'expected',
    header: t('count.expected'),
    width: '110px',
    align: 'end',
    cell: (line) => formatFigure(line.expected),
  },
  {
    id: 'counted',
    header: t('count.counted'),
    width: '110px',
    align: 'end',
    cell: (line) => formatFigure(line.counted),
  },
  {
    id: 'difference',
    header: t('count.difference'),
    width: '110px',
    align: 'end',
    cell: (line) => (
      <span className={differenceOf(line) < 0 ? 'font-bold text-bad' : 'font-bold'}>
        {formatSigned(differenceOf(line))}
      </span>
    ),
  },
]

/** The differences of a finished count, the largest first; to be approved, gone back from, or thrown away. */
export const CountDifferences = ({
  count,
  onThrowAway,
  onSubmitted,
}: {
  readonly count: CountDraft
  readonly onThrowAway: () => void
  readonly onSubmitted: (number: string) => void
}) => {
  const { t } = useTranslation('stock')
  const till = useTill()
  const say = useBilingual()
  const [note, setNote] = useState('')
  const [showsAll, setShowsAll] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const sorted = useMemo(
    () => count.lines.toSorted((left, right) => Math.abs(differenceOf(right)) - Math.abs(differenceOf(left))),
    [count.lines],
  )
  const different = sorted.filter((line) => differenceOf(line) !== 0)
  const columns = useMemo(() => differenceColumns(t), [t])
  const approve = async () => {
    setProblem(null)
    const approval = await requestApproval({
      permission: 'approve-count',
      title: t('count.approveTitle'),
      needsReason: false,
    })
    if (approval === null) return
    setIsPending(true)
    try {
      const submitted = await till.submitCount(approval, note)
      if (submitted.ok) onSubmitted(submitted.value.number)
      else setProblem(say(submitted.error.message))
    } finally {
      setIsPending(false)
    }
  }
  return (
    <>
      {problem === null ? null : <Notice tone="bad" title={problem} />}
      <Panel
        isFlush
        className="flex-1"
        title={t('count.differences', { count: different.length, all: sorted.length })}
        actions={
          <Checkbox isSelected={showsAll} onChange={setShowsAll}>
            {t('count.showAll')}
          </Checkbox>
        }
      >
        <DataTable
          label={t('count.differenceList')}
          columns={columns}
          rows={showsAll ? sorted : different}
          rowId={(line) => line.sku}
          empty={<p className="p-6 text-center text-muted">{t('count.allMatch')}</p>}
        />
      </Panel>
      <div className="flex shrink-0 flex-wrap items-end justify-between gap-3">
        <Button look="quiet" onPress={onThrowAway}>
          {t('count.throwAway')}
        </Button>
        <TextField label={t('note')} value={note} onChange={setNote} maxLength={200} className="min-w-40 flex-1" />
        <Button onPress={() => void till.setCountStage('counting')}>{t('count.goOn')}</Button>
        <Button look="primary" size="large" isPending={isPending} onPress={() => void approve()}>
          {t('count.approve')}
        </Button>
      </div>
    </>
  )
}
