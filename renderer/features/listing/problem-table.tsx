import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { RowProblem } from '../../../shared/domain/catalogue-review.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type NumberedProblem = { readonly problem: RowProblem; readonly index: number }

const problemColumns = (t: TFunction<'listing'>, language: 'id' | 'en'): readonly Column<NumberedProblem>[] => [
  {
    id: 'line',
    header: t('problemColumn.line'),
    width: '64px',
    align: 'end',
    cell: ({ problem }) => <span className="tabular-nums">{problem.lineNumber}</span>,
  },
  { id: 'column', header: t('problemColumn.column'), width: '90px', cell: ({ problem }) => problem.column },
  {
    id: 'value',
    header: t('problemColumn.value'),
    width: 'minmax(0, 2fr)',
    cell: ({ problem }) =>
      problem.value === '' ? (
        <span className="text-muted">{t('emptyValue')}</span>
      ) : (
        <span title={problem.value} className="select-text">
          {problem.value}
        </span>
      ),
  },
  {
    id: 'message',
    header: t('problemColumn.message'),
    width: 'minmax(0, 5fr)',
    cell: ({ problem }) => (
      <span title={problem.message[language]} className="text-sm leading-tight whitespace-normal">
        {problem.message[language]}
      </span>
    ),
  },
]

/** Rows of an imported file with what is wrong about them. */
export const ProblemTable = ({
  label,
  problems,
}: {
  readonly label: string
  readonly problems: readonly RowProblem[]
}) => {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  return (
    <DataTable
      label={label}
      className={problems.length > 3 ? 'h-64 flex-none' : 'h-48 flex-none'}
      rows={problems.map((problem, index) => ({ problem, index }))}
      rowId={({ index }) => String(index)}
      rowHeightPx={48}
      columns={problemColumns(t, language)}
    />
  )
}
