import type { Page } from '@playwright/test'
import type { GoodsItem } from './goods.ts'
import { openScreen } from './till-actions.ts'
import { expect } from './till-test.ts'

/** Takes over what Forstok says of the stock, and stays on the stock screen. */
export const pullStock = async (page: Page): Promise<void> => {
  await openScreen(page, 'Stok')
  await page.getByRole('button', { name: 'Tarik stok sekarang' }).click()
  await expect(page.getByText(/^Stok [\d.]+ barang diperbarui\.$/u).last()).toBeVisible()
}

/** What the catalogue shows as an item's stock. */
export const shownStock = async (page: Page, { sku }: Pick<GoodsItem, 'sku'>): Promise<string> => {
  await openScreen(page, 'Katalog')
  await page.getByRole('searchbox', { name: 'Cari barang' }).fill(sku)
  const table = page.getByRole('table', { name: 'Daftar barang' })
  const row = table
    .getByRole('row')
    // A bundle's row names the items in it too.
    .filter({ has: page.getByText(sku, { exact: true }) })
  await expect(row).toBeVisible()
  const headers = await table.getByRole('columnheader').allInnerTexts()
  return row.getByRole('cell').nth(headers.indexOf('Stok')).innerText()
}
