import { expect } from 'vitest'
import { type Answer, type PracticeShop, SAVE_INVOICE, SAVE_RECEIPT } from './practice-shop.ts'

/** A line of two bottles of tea, 10,000 rupiah. */
export const TEA = { itemNo: 'TEH-01', unitPrice: 5000, quantity: 2 }

export const saveInvoice = (shop: PracticeShop, body: unknown) => shop.accurate('POST', SAVE_INVOICE, {}, body)
export const saveReceipt = (shop: PracticeShop, body: unknown) => shop.accurate('POST', SAVE_RECEIPT, {}, body)

/** The body of an answer that must be Accurate's kind of refusal: 200 with `"s": false`. */
export const wordsOf = async (answer: Promise<Answer>): Promise<unknown> => {
  const { status, json } = await answer
  expect(status).toBe(200)
  expect(json).toHaveProperty('s', false)
  return json
}

/** On hand, reserved and available of a SKU as the holdings show them; null when they do not list it. */
export const stockOf = (shop: PracticeShop, sku: string): readonly number[] | null => {
  const stock = shop.services.readHoldings().stock.find((row) => row.sku === sku)
  return stock === undefined ? null : [stock.onHand, stock.reserved, stock.available]
}

/** The same record without one of its fields. */
export const without = <Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
