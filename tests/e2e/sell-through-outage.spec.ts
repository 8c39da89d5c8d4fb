import type { Page } from '@playwright/test'
import { BENG_BENG, CHIKI_BALL, type GoodsItem, INDOMIE, KALPA } from './goods.ts'
import { readPrintedCodes } from './printed-codes.ts'
import {
  cutBothLines,
  expectExactOnPracticeScreen,
  expectHeldExactly,
  readHoldings,
  restoreBothLines,
} from './practice-actions.ts'
import {
  addBySearch,
  beginNextSale,
  expectWaiting,
  makeDelivery,
  openScreen,
  payExactCash,
  scanItem,
  statusBar,
  waitUntilAllSent,
} from './till-actions.ts'
import { pullStock, shownStock } from './stock-actions.ts'
import { expect, test } from './till-test.ts'

const AWB = 'JP1234567890'

test('sells through an outage of both services; each sale arrives once when the lines return', async ({ page }) => {
  await cutBothLines(page)

  await scanItem(page, BENG_BENG)
  await scanItem(page, BENG_BENG, 2)
  await addBySearch(page, 'indomie bawang', INDOMIE)
  const walkIn = { number: await payExactCash(page), total: 7_000 }
  await beginNextSale(page)

  await scanItem(page, CHIKI_BALL)
  await scanItem(page, KALPA)
  await makeDelivery(page, AWB)
  const delivery = { number: await payExactCash(page), total: 3_000, kind: 'delivery' } as const
  await beginNextSale(page)

  await expect(statusBar(page).getByRole('button', { name: /^Forstok terputus sejak/u })).toBeVisible()
  await expect(statusBar(page).getByRole('button', { name: /^Accurate terputus sejak/u })).toBeVisible()
  await expectWaiting(page, 2)
  expect(await readHoldings(page)).toMatchObject({ orders: [], invoices: [] })

  await openScreen(page, 'Cetak')
  // Place 1 is the newest.
  const printed = (name: string) => readPrintedCodes(page.getByRole('img', { name, exact: true }))
  await expect(page.getByRole('img', { name: 'Struk tercetak 2', exact: true })).toBeVisible()
  expect(await printed('Struk tercetak 2')).toContain(walkIn.number)
  expect(await printed('Struk tercetak 1')).toContain(delivery.number)
  expect(await printed('Label tercetak 1')).toContain(AWB)

  await restoreBothLines(page)
  await waitUntilAllSent(page, 70_000)
  await expectHeldExactly(page, [walkIn, delivery])
  await expectExactOnPracticeScreen(page)

  await expect(page.getByRole('table', { name: 'Pesanan di Forstok' }).getByRole('row')).toHaveCount(3)
  await page.getByRole('tab', { name: /^Faktur Accurate/u }).click()
  const invoices = page.getByRole('table', { name: 'Faktur di Accurate' })
  for (const { number } of [walkIn, delivery]) {
    await expect(invoices.getByRole('row').filter({ hasText: number })).toHaveCount(1)
  }
})

const pullStockAndFindings = async (page: Page): Promise<void> => {
  await pullStock(page)
  // The practice catalogue itself begins with six items below zero; a sale of this till must not add to them.
  await expect(page.getByRole('list', { name: 'Daftar temuan stok' }).getByRole('listitem')).toHaveText(
    Array.from({ length: 6 }, () => /Terjual melebihi stok.*Tidak ada dari mesin ini/u),
  )
}

test('stock pulled after the outage is what Forstok says, with the sales contained once', async ({ page }) => {
  await pullStockAndFindings(page)
  await cutBothLines(page)
  await scanItem(page, INDOMIE)
  await scanItem(page, INDOMIE, 2)
  await payExactCash(page)
  await beginNextSale(page)
  await scanItem(page, KALPA)
  await makeDelivery(page, AWB)
  await payExactCash(page)
  await beginNextSale(page)

  // The practice catalogue begins with 79 and 126.
  expect(await shownStock(page, INDOMIE)).toContain('77')
  expect(await shownStock(page, KALPA)).toContain('125')

  await restoreBothLines(page)
  await waitUntilAllSent(page, 70_000)
  await pullStockAndFindings(page)

  const { stock } = await readHoldings(page)
  const held = ({ sku }: GoodsItem) => stock.find((level) => level.sku === sku)
  expect(held(INDOMIE)).toMatchObject({ available: 77, onHand: 77, reserved: 0 })
  expect(held(KALPA)).toMatchObject({ available: 125, onHand: 126, reserved: 1 })
  expect(await shownStock(page, INDOMIE)).toContain('77')
  expect(await shownStock(page, KALPA)).toContain('125')
})
