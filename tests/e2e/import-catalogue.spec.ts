import ExcelJS from 'exceljs'
import type { Locator, Page } from '@playwright/test'
import { dialogNamed, openScreen, payExactCash, quantityField, rupiah, scan } from './till-actions.ts'
import { expect, test } from './till-test.ts'

const HEADER = ['sku', 'barcode', 'name', 'category', 'cost', 'price', 'stock']
/** Line 1 is the header. Its check digit is right (line 2), wrong (line 3); line 4 doubles line 2; line 5 has half a rupiah. */
const ROWS = [
  ['UJI-0001', '4006381333931', 'Spidol Uji Hitam', 'Alat tulis', '4000', '5500', '12'],
  ['UJI-0002', '4006381333930', 'Spidol Uji Biru', 'Alat tulis', '4000', '6000', '7'],
  ['UJI-0001', '', 'Spidol Uji Ganda', 'Alat tulis', '4000', '7000', '1'],
  ['UJI-0003', '', 'Spidol Uji Setengah', 'Alat tulis', '4000', '7000.5', '1'],
]
const CSV = [HEADER, ...ROWS].map((cells) => cells.join(',')).join('\n')

const xlsx = async (): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Katalog')
  sheet.addRow(HEADER)
  // As a spreadsheet has them: prices and stock are numbers, barcodes are text.
  for (const cells of ROWS) sheet.addRow(cells.map((cell, place) => (place > 3 && cell !== '' ? Number(cell) : cell)))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const chooseFile = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel('Berkas katalog').setInputFiles({ name, mimeType: '', buffer })

const expectReview = async (review: Locator): Promise<void> => {
  const refused = review.getByRole('table', { name: 'Baris yang ditolak' })
  await expect(refused.getByRole('row').filter({ hasText: 'UJI-0001' }).getByRole('cell').first()).toHaveText('4')
  await expect(refused.getByRole('row').filter({ hasText: 'UJI-0001' }).getByRole('cell').nth(1)).toHaveText('sku')
  const price = refused.getByRole('row').filter({ hasText: /7000[.,]5/u })
  await expect(price.getByRole('cell').first()).toHaveText('5')
  await expect(price.getByRole('cell').nth(1)).toHaveText('price')
  const warnings = review.getByRole('table', { name: 'Peringatan pada baris yang diterima' })
  const warning = warnings.getByRole('row').filter({ hasText: '4006381333930' })
  await expect(warning.getByRole('cell').first()).toHaveText('3')
  await expect(warning.getByRole('cell').nth(1)).toHaveText('barcode')
}

const searchInCatalogue = (page: Page, words: string): Promise<void> =>
  page.getByRole('searchbox', { name: 'Cari barang' }).fill(words)

for (const type of ['csv', 'xlsx'] as const) {
  test(`a ${type} is judged row by row, writes nothing before it is confirmed, and its items can be sold`, async ({
    page,
  }) => {
    await openScreen(page, 'Katalog')
    await expect(page.getByText('489 barang')).toBeVisible()
    const file = type === 'csv' ? Buffer.from(CSV) : await xlsx()
    await chooseFile(page, `katalog-uji.${type}`, file)
    const review = dialogNamed(page, 'Periksa sebelum mengimpor')
    await expectReview(review)
    await review.getByRole('button', { name: 'Batal' }).last().click()
    await searchInCatalogue(page, 'spidol uji')
    await expect(page.getByText('Tidak ada barang yang cocok dengan “spidol uji”')).toBeVisible()
    await expect(page.getByText('489 barang')).toBeVisible()

    await chooseFile(page, `katalog-uji.${type}`, file)
    await review.getByRole('button', { name: 'Impor 2 barang' }).click()
    await expect(page.getByText('2 barang diimpor.')).toBeVisible()
    await expect(page.getByText('491 barang')).toBeVisible()
    const list = page.getByRole('table', { name: 'Daftar barang' })
    await expect(list.getByRole('row').filter({ hasText: 'Spidol Uji Hitam' })).toContainText(rupiah(5_500))
    await expect(list.getByRole('row').filter({ hasText: 'Spidol Uji Ganda' })).toHaveCount(0)

    await openScreen(page, 'Jual')
    await scan(page, '4006381333930')
    await expect(quantityField(page, { name: 'Spidol Uji Biru' })).toHaveValue('1')
    await payExactCash(page)
    await expect(dialogNamed(page, 'Lunas')).toContainText(rupiah(6_000))
  })
}

test('files that cannot be used say so in plain words and change nothing', async ({ page }) => {
  await openScreen(page, 'Katalog')
  await expect(page.getByText('489 barang')).toBeVisible()
  await chooseFile(page, 'rusak.xlsx', Buffer.from('PK\u0003\u0004 bukan buku kerja'))
  await expect(page.getByRole('alert')).toContainText('Simpan ulang sebagai CSV (UTF-8) atau xlsx')
  await chooseFile(page, 'katalog.pdf', Buffer.from('%PDF-1.4'))
  await expect(page.getByText('Berkas “katalog.pdf” bukan .csv atau .xlsx.')).toBeVisible()

  await chooseFile(page, 'tanpa-harga.csv', Buffer.from('sku,name\nUJI-1,Tanpa harga\n'))
  const review = dialogNamed(page, 'Periksa sebelum mengimpor')
  await expect(review).toContainText('Berkas ini tidak bisa dipakai')
  await expect(review).toContainText('Kolom tidak ditemukan: “price”')
  await expect(review.getByRole('button', { name: /^Impor/u })).toBeDisabled()
  await review.getByRole('button', { name: 'Batal' }).last().click()
  await expect(page.getByText('489 barang')).toBeVisible()
})
