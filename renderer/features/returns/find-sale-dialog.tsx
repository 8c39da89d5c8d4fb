import { SearchX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import type { SaleRow } from '../../app/till.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { TextField } from '../../ui/text-field.tsx'
import { closeReturns, openReturn } from './returns-store.ts'

const SHOWN = 20
const PAUSE_MS = 80

/** Finds the sale from which something comes back: by its number, the barcode of its receipt, or words of what was sold. */
export const FindSaleDialog = () => {
  const { t } = useTranslation(['returns', 'common'])
  const language = useLanguage()
  const till = useTill()
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly SaleRow[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const search = async (): Promise<void> => {
      const found = await till.findSales(text, SHOWN)
      if (isCurrent) setRows(found)
    }
    const timer = setTimeout(() => {
      search().catch((error: unknown) => logError('returns', error))
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [till, text])
  const takeFirst = async (): Promise<void> => {
    const [first] = await till.findSales(text, 1)
    if (first !== undefined && first.voiding === null) openReturn(first.sale.id)
  }
  return (
    <Dialog title={t('returns:find.title')} isOpen onClose={closeReturns} closeLabel={t('common:close')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          takeFirst().catch((error: unknown) => logError('returns', error))
        }}
      >
        <TextField
          takesFocus
          label={t('returns:find.search')}
          description={t('returns:find.hint')}
          value={text}
          onChange={setText}
        />
        <button type="submit" hidden>
          {t('returns:find.search')}
        </button>
      </form>
      <div className="mt-4 h-96 overflow-y-auto rounded-control border border-line">
        {rows === null ? null : rows.length === 0 ? (
          <EmptyState icon={<SearchX size={40} aria-hidden />} title={t('returns:find.none')}>
            {t('returns:find.noneHint')}
          </EmptyState>
        ) : (
          <ul aria-label={t('returns:find.list')} className="divide-y divide-line">
            {rows.map(({ sale, voiding }) => (
              <li key={sale.id} className="flex items-center gap-4 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{sale.number}</span>
                  <span className="block truncate text-sm text-muted">
                    {formatDayAndClock(sale.paidAtMs, sale.utcOffsetMinutes, language)} ·{' '}
                    {sale.lines.map((line) => line.name).join(', ')}
                  </span>
                </span>
                <Money amount={sale.total} className="font-semibold" />
                <Button
                  isDisabled={voiding !== null}
                  aria-label={
                    voiding === null ? t('returns:find.choose', { number: sale.number }) : t('returns:voided')
                  }
                  onPress={() => openReturn(sale.id)}
                >
                  {t(voiding === null ? 'returns:find.take' : 'returns:voided')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
