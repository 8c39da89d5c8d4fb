import type { Scan } from '../../app/scanner.ts'
import type { Till } from '../../app/till.ts'
import { addToBasket, showMessage, useSellStore } from './sell-store.ts'

const isRefused = (code: string): boolean => {
  const { dialog, paidSale } = useSellStore.getState()
  if (dialog !== 'pay') return false
  showMessage({ type: 'ignored-scan', code, during: paidSale === null ? 'payment' : 'paid' })
  return true
}

/** Puts a scanned item into the basket, or says why not. During payment a scan changes nothing. */
export const scanIntoBasket = async (till: Pick<Till, 'findByCode'>, scan: Scan): Promise<void> => {
  const { code, withoutFirstKeys } = scan
  if (isRefused(code)) return
  const whole = await till.findByCode(code)
  const isUnknown = whole.ok && whole.value === null
  const found = isUnknown && withoutFirstKeys !== null ? await till.findByCode(withoutFirstKeys) : whole
  if (isRefused(code)) return
  if (!found.ok) showMessage({ type: 'error', error: found.error })
  else if (found.value === null) showMessage({ type: 'unknown-code', code })
  else addToBasket(found.value)
}
