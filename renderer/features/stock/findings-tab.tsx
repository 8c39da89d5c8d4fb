import { PackageCheck, RefreshCw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { StockFinding } from '../../../shared/domain/stock-level.ts'
import { useTill } from '../../app/till-context.tsx'
import { useItems, useStockFindings, useWaitingSummary } from '../../storage/hooks.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import { formatSigned, orderFindings, wordsForFinding } from './finding-words.ts'

const SHOWN_SALES = 6
/** How many findings are named; a pull after a recount can bring thousands, and nobody reads them on a screen. */
const SHOWN_FINDINGS = 200

const FindingRow = ({ finding, itemName }: { readonly finding: StockFinding; readonly itemName: string }) => {
  const { t } = useTranslation('stock')
  const words = wordsForFinding(finding)
  const hidden = finding.saleNumbers.length - SHOWN_SALES
  return (
    <li
      aria-label={`${itemName}: ${t(words.titleKey)} ${formatSigned(finding.quantity)}`}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-0.5 px-4 py-3"
    >
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="truncate text-lg font-semibold">{itemName}</span>
        <span className="text-sm text-muted">{finding.sku}</span>
        <StateBadge tone={words.tone}>{t(words.titleKey)}</StateBadge>
      </div>
      <span className="row-span-2 text-right">
        <span
          className={`block text-2xl leading-tight font-bold tabular-nums ${words.tone === 'bad' ? 'text-bad' : 'text-warn'}`}
        >
          {formatSigned(finding.quantity)}
        </span>
        <span className="text-sm text-muted">
          <Age sinceMs={finding.foundAtMs} />
        </span>
      </span>
      <div className="min-w-0">
        <p className="max-w-3xl text-sm text-muted">{t(words.meaningKey)}</p>
        <p className="pt-1.5 text-sm">
          <span className="font-semibold">{t('column.sales')}:</span>{' '}
          <span className="select-text">
            {finding.saleNumbers.length === 0 ? t('noSales') : finding.saleNumbers.slice(0, SHOWN_SALES).join(', ')}
            {hidden > 0 ? ` ${t('moreSales', { count: hidden })}` : ''}
          </span>
        </p>
        {finding.causes.length === 0 ? null : (
          <p className="pt-0.5 text-sm">
            <span className="font-semibold">{t('column.causes')}:</span>{' '}
            {finding.causes.map(({ cause, quantity }) => `${t(`cause.${cause}`)} ${formatSigned(quantity)}`).join(', ')}
          </p>
        )}
      </div>
    </li>
  )
}

/** When the stock figures were pulled, and what the last pull showed that sales do not explain. */
export const FindingsTab = () => {
  const { t } = useTranslation('stock')
  const language = useLanguage()
  const till = useTill()
  const summary = useWaitingSummary()
  const findings = useStockFindings()
  const [isPulling, setIsPulling] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly tone: 'good' | 'bad'; readonly text: string } | null>(null)
  const shown = useMemo(() => orderFindings(findings ?? []).slice(0, SHOWN_FINDINGS), [findings])
  const skus = useMemo(() => [...new Set(shown.map((finding) => finding.sku))], [shown])
  const items = useItems(skus)
  const names = new Map((items ?? []).map(({ item }) => [item.sku, item.name]))
  const pulledAtMs = summary?.stockPulledAtMs ?? null

  const pull = async () => {
    setIsPulling(true)
    setOutcome(null)
    try {
      const answer = await till.pullStock()
      if (!answer.ok) setOutcome({ tone: 'bad', text: answer.error.message[language] })
      else {
        const count = answer.value
        setOutcome({ tone: 'good', text: t('pulledCount', { count, shown: formatThousands(count) }) })
      }
    } finally {
      setIsPulling(false)
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <Panel
        title={t('title')}
        className="shrink-0"
        actions={
          <Button
            look="primary"
            icon={<RefreshCw size={18} aria-hidden />}
            isPending={isPulling}
            onPress={() => void pull()}
          >
            {isPulling ? t('pulling') : t('pull')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          {summary === undefined ? null : (
            <p className="text-lg">
              {pulledAtMs === null ? (
                t('neverPulled')
              ) : (
                <>
                  {t('age')}:{' '}
                  <strong className="font-semibold">
                    <Age sinceMs={pulledAtMs} />
                  </strong>
                </>
              )}
            </p>
          )}
          <p className="max-w-4xl text-muted">{t('rule')}</p>
          {outcome === null ? null : <Notice tone={outcome.tone} title={outcome.text} />}
        </div>
      </Panel>
      <Panel
        isFlush
        title={t('findings')}
        className="flex-1"
        actions={
          findings === undefined || findings.length === 0 ? undefined : (
            <span className="text-sm text-muted">
              {t('findingsCount', { count: findings.length, shown: formatThousands(findings.length) })}
            </span>
          )
        }
      >
        {findings === undefined ? null : findings.length === 0 ? (
          <EmptyState icon={<PackageCheck size={44} aria-hidden />} title={t('empty')}>
            {pulledAtMs === null ? t('emptyNever') : t('emptyHint')}
          </EmptyState>
        ) : (
          <ul aria-label={t('list')} className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
            {shown.map((finding) => (
              <FindingRow key={finding.id} finding={finding} itemName={names.get(finding.sku) ?? finding.sku} />
            ))}
            {findings.length > shown.length ? (
              <li className="px-4 py-3 text-muted">{t('moreFindings', { count: findings.length - shown.length })}</li>
            ) : null}
          </ul>
        )}
      </Panel>
    </div>
  )
}
