import type { Locator, Page } from '@playwright/test'
import type { HeldInvoice, HeldOrder, PracticeHoldings } from '../../shared/ipc/practice.ts'
import { expect } from './till-test.ts'
import { clickChoice, openScreen } from './till-actions.ts'

type Service = 'Forstok' | 'Accurate'

/** The switches of one service on the practice screen. */
export const faultsOf = (page: Page, service: Service): Locator =>
  page.getByRole('region', { name: `Gangguan ${service}` })

/** Cuts the lines of both services with the practice screen's switches, and comes back to the sell screen. */
export const cutBothLines = async (page: Page): Promise<void> => {
  await openScreen(page, 'Latihan')
  for (const service of ['Forstok', 'Accurate'] as const) {
    await clickChoice(page, 'switch', `Putus jaringan ${service}`)
    await expect(page.getByRole('switch', { name: `Putus jaringan ${service}` })).toBeChecked()
  }
  await openScreen(page, 'Jual')
}

/** Ends every disturbance of both services, and stays on the practice screen. */
export const restoreBothLines = async (page: Page): Promise<void> => {
  await openScreen(page, 'Latihan')
  await page.getByRole('button', { name: 'Pulihkan semua' }).click()
  for (const service of ['Forstok', 'Accurate'] as const) {
    await expect(faultsOf(page, service)).toContainText('Normal')
  }
}

/** Presses the sales screen's "Kirim sekarang": the next try may otherwise be up to a minute away. */
export const sendNow = async (page: Page): Promise<void> => {
  await openScreen(page, 'Penjualan')
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
}

/** Types a number into one of a service's fields, e.g. "Gagal 503 berikutnya". */
export const setFault = async (page: Page, service: Service, label: string, value: number): Promise<void> => {
  await faultsOf(page, service).getByRole('textbox', { name: label, exact: true }).fill(String(value))
  await expect(faultsOf(page, service)).toContainText('Diganggu')
}

/** What both services hold, from their own side. */
export const readHoldings = (page: Page): Promise<PracticeHoldings> =>
  page.evaluate(() => window.konter.readPracticeHoldings({}))

/** The practice screen's own comparison says that each sale is at both services once, with the same sums. */
export const expectExactOnPracticeScreen = async (page: Page): Promise<void> => {
  await openScreen(page, 'Latihan')
  const comparison = page.getByRole('region', { name: 'Pembandingan dengan kasir' })
  for (const service of ['Forstok', 'Accurate']) {
    await expect(comparison).toContainText(`${service}: Tepat: setiap penjualan satu kali`)
  }
}

/** A sale as the services must hold it. */
export type ExpectedSale = { readonly number: string; readonly total: number; readonly kind?: 'walk-in' | 'delivery' }

const only = <Held>(held: readonly Held[], what: string): Held => {
  expect(held, `${what} is held exactly once`).toHaveLength(1)
  const [one] = held
  if (one === undefined) throw new Error(`${what} is missing`)
  return one
}

const orderOf = (holdings: PracticeHoldings, number: string): HeldOrder =>
  only(
    holdings.orders.filter((order) => order.reference === number),
    `the order ${number}`,
  )

const invoiceOf = (holdings: PracticeHoldings, number: string): HeldInvoice =>
  only(
    holdings.invoices.filter((invoice) => invoice.number === number),
    `the invoice ${number}`,
  )

const checkHoldings = async (page: Page, sales: readonly ExpectedSale[]): Promise<void> => {
  const holdings = await readHoldings(page)
  const numbers = sales.map((sale) => sale.number).toSorted()
  expect(holdings.orders.map((order) => order.reference).toSorted()).toEqual(numbers)
  expect(holdings.invoices.map((invoice) => invoice.number).toSorted()).toEqual(numbers)
  for (const { number, total, kind = 'walk-in' } of sales) {
    const order = orderOf(holdings, number)
    const invoice = invoiceOf(holdings, number)
    expect(order.total, `Forstok's total of ${number}`).toBe(total)
    expect(order.status, `Forstok's status of ${number}`).toBe(kind === 'walk-in' ? 'Delivered' : 'Open')
    expect(invoice.total, `Accurate's total of ${number}`).toBe(total)
    expect(invoice.outstanding, `what remains to pay of ${number}`).toBe(0)
    expect(
      invoice.receipts.reduce((sum, receipt) => sum + receipt.amount, 0),
      `the receipts of ${number}`,
    ).toBe(total)
  }
}

/** Both services come to hold exactly these sales, each once, with their totals, paid off, in the right state. */
export const expectHeldExactly = async (page: Page, sales: readonly ExpectedSale[]): Promise<void> => {
  // The status bar is brought up to date a few times a second, so right after a sale it may still speak of the one before.
  await expect(() => checkHoldings(page, sales)).toPass({ timeout: 20_000 })
}

/** Turns a switch of one service by its words. */
export const clickFault = async (page: Page, service: Service, label: string): Promise<void> => {
  await clickChoice(faultsOf(page, service), 'switch', label)
  await expect(faultsOf(page, service).getByRole('switch', { name: label })).toBeChecked()
}
