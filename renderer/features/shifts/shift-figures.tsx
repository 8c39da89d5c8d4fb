import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addRupiah, formatRupiah, formatThousands, type Rupiah } from '../../../shared/domain/money.ts'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'

type Counted = { readonly count: number; readonly amount: Rupiah }

const Tile = ({
  words,
  amount,
  children,
}: {
  readonly words: string
  readonly amount: Rupiah
  readonly children?: ReactNode
}) => (
  <div className="min-w-0 rounded-control border border-line px-4 py-3">
    <dt className="text-sm text-muted">{words}</dt>
    <dd className="text-2xl font-bold">
      <Money amount={amount} />
    </dd>
    {children}
  </div>
)

const Row = ({ words, hint, amount }: { readonly words: string; readonly hint: string; readonly amount: Rupiah }) => (
  <li className="flex items-baseline justify-between gap-3 py-2">
    <span className="min-w-0 truncate">
      {words} <span className="text-sm text-muted">{hint}</span>
    </span>
    <Money amount={amount} className="font-medium" />
  </li>
)

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="min-w-0">
    <h3 className="pb-1 text-sm font-semibold text-muted">{title}</h3>
    <ul className="divide-y divide-line border-y border-line">{children}</ul>
  </section>
)

/** The open shift's sums as they stand now: total, drawer, by way to pay and by cashier. */
export const ShiftFigures = ({ report }: { readonly report: ShiftReport }) => {
  const { t } = useTranslation('shifts')
  const { sold, returned, voided, unconfirmed } = report
  const hint = (count: number) => t('figure.transactions', { count, shown: formatThousands(count) })
  const kinds: readonly (readonly [string, Counted])[] = [
    [t('figure.sold'), sold],
    [t('figure.returned'), returned],
    [t('figure.voided'), voided],
  ]
  const isEmpty = sold.count + returned.count + voided.count === 0
  return (
    <>
      <dl className="grid grid-cols-2 gap-3">
        <Tile words={t('figure.total')} amount={report.total} />
        <Tile words={t('figure.expectedCash')} amount={report.expectedCash} />
      </dl>
      {unconfirmed.count === 0 ? null : (
        <Notice
          tone="warn"
          isAnnounced={false}
          title={t('figure.unconfirmed', {
            count: unconfirmed.count,
            shown: formatThousands(unconfirmed.count),
            amount: formatRupiah(unconfirmed.amount),
          })}
        />
      )}
      {isEmpty ? (
        <p className="text-muted">{t('figure.none')}</p>
      ) : (
        <div className="grid grid-cols-2 gap-x-8 gap-y-4">
          <Group title={t('figure.byTender')}>
            {report.byTender.map(({ method, count, received, refunded }) => (
              <Row
                key={method}
                words={t(`tender.${method}`)}
                hint={`× ${formatThousands(count)}`}
                amount={addRupiah(received, refunded)}
              />
            ))}
          </Group>
          <div className="flex min-w-0 flex-col gap-4">
            <Group title={t('figure.byType')}>
              {kinds.map(([words, { count, amount }]) =>
                count === 0 ? null : <Row key={words} words={words} hint={hint(count)} amount={amount} />,
              )}
            </Group>
            {report.byCashier.length < 2 ? null : (
              <Group title={t('figure.byCashier')}>
                {report.byCashier.map(({ cashier, count, total }) => (
                  <Row key={cashier} words={cashier} hint={hint(count)} amount={total} />
                ))}
              </Group>
            )}
          </div>
        </div>
      )}
    </>
  )
}
