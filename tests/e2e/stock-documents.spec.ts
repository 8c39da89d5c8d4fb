import type { Locator, Page } from '@playwright/test'
import { BENG_BENG, type GoodsItem, INDOMIE, KALPA } from './goods.ts'
import { readHoldings } from './practice-actions.ts'
import { openScreen, scan, sellForCash, waitUntilAllSent } from './till-actions.ts'
import { expect, test } from './till-test.ts'

const openTab = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('tab', { name, exact: true }).click()
  return page.getByRole('tabpanel', { name, exact: true })
}

const forstokHas = async (page: Page, { sku }: GoodsItem): Promise<number> => {
  const { stock } = await readHoldings(page)
  const row = stock.find((each) => each.sku === sku)
  if (row === undefined) throw new Error(`Forstok does not have ${sku}`)
  return row.onHand
}

/** Waits until the list of documents says of this one that a service has it; the other may still be on its way. */
const expectDocumentSent = async (page: Page, kind: string): Promise<void> => {
  const documents = await openTab(page, 'Dokumen')
  const row = documents.getByRole('row').filter({ hasText: kind })
  await expect(row).toContainText('Terkirim', { timeout: 30_000 })
}

const pullStock = async (page: Page): Promise<void> => {
  const findings = await openTab(page, 'Temuan')
  await findings.getByRole('button', { name: 'Tarik stok sekarang' }).click()
  await expect(findings).toContainText(/Stok \S+ barang diperbarui\./u, { timeout: 30_000 })
}

/** The explanation of an item's figure: nothing stands on top of the pulled one, and both sums are `figure`. */
const expectExplained = async (page: Page, item: GoodsItem, figure: number): Promise<void> => {
  const inspect = await openTab(page, 'Periksa SKU')
  await scan(page, item.barcode)
  const sum = inspect.getByRole('region', { name: `Penjelasan stok ${item.sku}` })
  await expect(sum).toContainText('Tidak ada perubahan di mesin ini sejak tarikan itu.')
  for (const label of ['Tersedia menurut tarikan terakhir', 'Tersedia yang ditampilkan', 'Seharusnya ada di rak']) {
    await expect(sum.locator('div').filter({ hasText: label }).last()).toContainText(
      new RegExp(`(?<!\\d)${figure}(?!\\d)`, 'u'),
    )
  }
}

test('a blind count and goods that came in reach Forstok, and the figures of both are explained', async ({ page }) => {
  await sellForCash(page, [BENG_BENG])
  await waitUntilAllSent(page)
  const [before, beforeIn] = [await forstokHas(page, BENG_BENG), await forstokHas(page, KALPA)]

  await openScreen(page, 'Stok')
  const count = await openTab(page, 'Hitung')
  await count.getByRole('button', { name: 'Mulai hitung' }).click()
  await expect(count.getByRole('button', { name: 'Selesai hitung' })).toBeVisible({ timeout: 30_000 })
  await scan(page, BENG_BENG.barcode)
  await scan(page, BENG_BENG.barcode)
  const counted = count.getByRole('textbox', { name: `Jumlah ${BENG_BENG.name}`, exact: true })
  await expect(counted).toHaveValue('2')
  // One fewer than there should be. While it is counted, nothing says how many that are.
  await counted.fill(String(before - 1))
  await counted.press('Enter')
  await expect(count).not.toContainText('Seharusnya')
  await scan(page, INDOMIE.barcode)
  const indomie = count.getByRole('textbox', { name: `Jumlah ${INDOMIE.name}`, exact: true })
  await indomie.fill(String(await forstokHas(page, INDOMIE)))
  await indomie.press('Enter')
  await count.getByRole('button', { name: 'Selesai hitung' }).click()
  await expect(count).toContainText('Selisih: 1 dari 2 barang')
  await count.getByRole('button', { name: 'Setujui hitungan' }).click()
  await expect(count).toContainText(/Stok opname K1-S\d{6}-0001 tersimpan\./u)
  await expectDocumentSent(page, 'Stok opname')
  await expect.poll(() => forstokHas(page, BENG_BENG)).toBe(before - 1)

  const move = await openTab(page, 'Masuk/Keluar')
  await move.getByRole('button', { name: /Alasan/u }).click()
  await page.getByRole('option', { name: 'Retur dari pembeli' }).click()
  await scan(page, KALPA.barcode)
  const quantity = move.getByRole('textbox', { name: `Jumlah ${KALPA.name}`, exact: true })
  await quantity.fill('12')
  await quantity.press('Enter')
  await move.getByRole('button', { name: 'Simpan barang masuk' }).click()
  await expect(move).toContainText(/K1-S\d{6}-0002 tersimpan\./u)
  await expectDocumentSent(page, 'Barang masuk')
  await expect.poll(() => forstokHas(page, KALPA)).toBe(beforeIn + 12)

  await pullStock(page)
  await expectExplained(page, BENG_BENG, before - 1)
  await expectExplained(page, KALPA, beforeIn + 12)
})
