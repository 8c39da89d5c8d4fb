import { parseSaleNumber } from '../../../shared/domain/sale-number.ts'
import type { Scan } from '../../app/scanner.ts'
import type { Till } from '../../app/till.ts'
import { openReturn } from '../returns/returns-store.ts'
import { addToBasket } from './basket-actions.ts'
import { showMessage, useSellStore } from './sell-store.ts'

const isRefused = (code: string): boolean => {
  const { dialog, paidSale } = useSellStore.getState()
  if (dialog !== 'pay') return false
  showMessage({ type: 'ignored-scan', code, during: paidSale === null ? 'payment' : 'paid' })
  return true
}

/** The sale of this till whose receipt carries this barcode; null when the code is not the number of one. */
const findSaleOfReceipt = async (till: Pick<Till, 'findSales'>, code: string): Promise<string | null> => {
  // A scanner may send small letters while Caps Lock is on.
  const number = code.toUpperCase()
  if (parseSaleNumber(number) === null) return null
  const rows = await till.findSales(number, 1)
  const row = rows.find(({ sale }) => sale.number === number || sale.returnNumber === number)
  return row?.sale.id ?? null
}

const openReturnOf = (saleId: string, code: string): void => {
  const { dialog } = useSellStore.getState()
  if (dialog === 'none') openReturn(saleId)
  else showMessage({ type: 'ignored-scan', code, during: 'dialog' })
}

/**
 * Puts a scanned item into the basket, or says why not; the barcode of a receipt opens the return of its sale. During
 * payment a scan changes nothing.
 */
export const scanIntoBasket = async (till: Pick<Till, 'findByCode' | 'findSales'>, scan: Scan): Promise<void> => {
  const { code, withoutFirstKeys } = scan
  if (isRefused(code)) return
  const whole = await till.findByCode(code)
  const isUnknown = whole.ok && whole.value === null
  const found = isUnknown && withoutFirstKeys !== null ? await till.findByCode(withoutFirstKeys) : whole
  const mayBeReceipt = found.ok && found.value === null
  const saleId = mayBeReceipt
    ? ((await findSaleOfReceipt(till, code)) ??
      (withoutFirstKeys === null ? null : await findSaleOfReceipt(till, withoutFirstKeys)))
    : null
  if (isRefused(code)) return
  if (!found.ok) showMessage({ type: 'error', error: found.error })
  else if (found.value !== null) addToBasket(found.value)
  else if (saleId !== null) openReturnOf(saleId, code)
  else showMessage({ type: 'unknown-code', code })
}
