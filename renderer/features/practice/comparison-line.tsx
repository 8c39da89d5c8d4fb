import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import { shownRupiah } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type DestinationComparison, judgeComparison, type TillComparison } from './compare-with-till.ts'

const NAMED_NUMBERS = 5

const named = (numbers: readonly string[]): string =>
  numbers.length > NAMED_NUMBERS ? `${numbers.slice(0, NAMED_NUMBERS).join(', ')}, …` : numbers.join(', ')

const TONES = { exact: 'good', waiting: 'warn', wrong: 'bad' } as const

const Verdict = ({
  name,
  documents,
  comparison,
  children,
}: {
  readonly name: string
  /** What is compared: what was sold, or what came back. */
  readonly documents: 'sales' | 'returns'
  readonly comparison: DestinationComparison
  readonly children: string
}) => {
  const { t } = useTranslation('practice')
  const judgement = judgeComparison(comparison)
  const { missing, doubled, different, foreign } = comparison
  const words = [
    judgement === 'exact' ? t(`exact.${documents}`) : null,
    doubled.length === 0 ? null : t('doubledCount', { count: doubled.length, numbers: named(doubled) }),
    different.length === 0 ? null : t('differentCount', { count: different.length, numbers: named(different) }),
    foreign.length === 0 ? null : t('foreignCount', { count: foreign.length, numbers: named(foreign) }),
    missing.length === 0
      ? null
      : t(`waiting.${documents}`, { count: missing.length, shown: formatThousands(missing.length) }),
  ].filter((word) => word !== null)
  return (
    <Notice
      tone={TONES[judgement]}
      title={
        <>
          {name}
          <span className="sr-only">: </span>
          <span className="block font-medium">{words.join('; ')}</span>
        </>
      }
      isAnnounced={judgement === 'wrong'}
      className="min-w-0 flex-1"
    >
      {children}
    </Notice>
  )
}

/** The till beside both services: is each sale there once, and do the sums agree? */
export const ComparisonLine = ({ comparison }: { readonly comparison: TillComparison }) => {
  const { t } = useTranslation('practice')
  const { t: tCommon } = useTranslation('common')
  const { forstok, accurate, accurateReturns, sold, returned, rounding } = comparison
  const held = (one: DestinationComparison): string =>
    t('checkHeld', {
      count: one.heldCount,
      shown: formatThousands(one.heldCount),
      total: shownRupiah(one.heldTotal),
    })
  const isPlain = returned === 0 && rounding === 0
  return (
    <section aria-label={t('check')} className="flex flex-col gap-2 border-b border-line p-4">
      <p className="font-semibold">
        {t('checkTill', {
          count: comparison.saleCount,
          shown: formatThousands(comparison.saleCount),
          total: shownRupiah(comparison.saleTotal),
        })}
        {isPlain ? null : (
          <span className="block text-sm font-medium text-muted">
            {t('checkParts', {
              sold: shownRupiah(sold),
              returned: shownRupiah(returned),
              rounding: shownRupiah(rounding),
            })}
          </span>
        )}
      </p>
      <div className="flex gap-2">
        <Verdict name={tCommon('destination.forstok')} documents="sales" comparison={forstok}>
          {held(forstok)}
        </Verdict>
        <Verdict name={tCommon('destination.accurate')} documents="sales" comparison={accurate}>
          {held(accurate)}
        </Verdict>
        {accurateReturns.expectedCount === 0 && accurateReturns.heldCount === 0 ? null : (
          <Verdict name={t('accurateReturns')} documents="returns" comparison={accurateReturns}>
            {held(accurateReturns)}
          </Verdict>
        )}
      </div>
    </section>
  )
}
