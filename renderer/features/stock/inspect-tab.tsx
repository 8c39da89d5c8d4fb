import { PackageSearch } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStockExplanation } from '../../storage/hooks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ExplanationSum } from './explanation-sum.tsx'
import { ItemPicker } from './item-picker.tsx'
import { useItemScans } from './use-item-scans.ts'
import { useBilingual } from '../../app/use-bilingual.ts'

/** Explains the figure of any SKU, found by typing or scanning. */
export const InspectTab = () => {
  const { t } = useTranslation('stock')
  const say = useBilingual()
  const [sku, setSku] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const explanation = useStockExplanation(sku)
  const show = (next: string) => {
    setSku(next)
    setProblem(null)
  }
  const showUnknown = (code: string) => setProblem(t('picker.unknown', { code }))
  useItemScans({
    onItem: (item) => show(item.sku),
    onUnknown: showUnknown,
    onError: (error) => setProblem(say(error.message)),
  })
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-4xl flex-1 flex-col gap-3 p-4">
      <ItemPicker
        label={t('inspect.search')}
        placeholder={t('picker.placeholder')}
        onPick={(item) => show(item.sku)}
        onUnknown={showUnknown}
      />
      {problem === null ? null : <Notice tone="warn" title={problem} />}
      {sku === null ? (
        <EmptyState icon={<PackageSearch size={44} aria-hidden />} title={t('inspect.empty')}>
          {t('inspect.emptyHint')}
        </EmptyState>
      ) : explanation === undefined || explanation === null ? null : (
        <ExplanationSum explanation={explanation} />
      )}
    </div>
  )
}
