import type { Locator, Page } from '@playwright/test'
import { formatThousands } from '../../shared/domain/money.ts'
import { courierPdf } from '../../electron/printing/testing/courier-pdf.ts'
import { printedPage, readSavedPdf, shownSize } from './document-actions.ts'
import { BENG_BENG, type GoodsItem, INDOMIE, KALPA } from './goods.ts'
import { readLabelCodes, readPrintedCodes } from './printed-codes.ts'
import { choose, openQueue } from './printer-actions.ts'
import {
  beginNextSale,
  clickChoice,
  dialogNamed,
  makeDelivery,
  openSale,
  openScreen,
  payExactCash,
  scanItem,
  sellForCash,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

/** Four lines of a sixth of an inch at 203 dpi, which carry the paper past the cutter. */
const FEED_DOTS = 4 * 34

/** Opens the editor of documents. */
const openEditor = async (page: Page): Promise<Locator> => {
  await openScreen(page, 'Pengaturan')
  await page.getByRole('tab', { name: 'Dokumen cetak' }).click()
  const preview = page.getByRole('img', { name: 'Pratinjau Struk' })
  await expect(preview).toBeVisible()
  return preview
}

const saveSettings = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible()
}

/** A shop's logo, drawn in the window: black on white. */
const drawLogo = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(160, 80)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('No canvas')
    context.fillStyle = 'white'
    context.fillRect(0, 0, 160, 80)
    context.fillStyle = 'black'
    context.fillRect(10, 10, 140, 60)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
  })
  return Buffer.from(base64, 'base64')
}

/** Sells items that are sent to a buyer; gives the sale's number. */
const sellDelivery = async (page: Page, items: readonly GoodsItem[], awb: string): Promise<string> => {
  await openScreen(page, 'Jual')
  for (const item of items) await scanItem(page, item)
  await makeDelivery(page, awb)
  const number = await payExactCash(page)
  await beginNextSale(page)
  return number
}

test('a receipt is changed in the editor, and what a sale prints is what the preview shows', async ({ page }) => {
  const preview = await openEditor(page)
  const usual = await shownSize(preview)
  await expect(preview).toContainText('Terima kasih')
  await clickChoice(page, 'switch', 'Ucapan terima kasih')
  await expect(preview).not.toContainText('Terima kasih')
  await page.getByRole('button', { name: 'Naikkan Barcode' }).click()
  await page.getByRole('button', { name: 'Naikkan Barcode' }).click()
  await choose(page, page.getByRole('list', { name: 'Bagian dokumen' }), 'Ukuran Nomor dan waktu', 'Besar')
  const note = 'Barang boleh ditukar dalam 3 hari dengan struk ini.'
  await page.getByRole('textbox', { name: /^Catatan toko/u }).fill(note)
  await page
    .getByRole('button', { name: 'Logo toko', exact: true })
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await drawLogo(page) })
  await expect(page.getByRole('img', { name: 'Logo seperti yang akan tercetak' })).toBeVisible()
  await expect(preview).toContainText('Barang boleh ditukar')
  const { height: withLogo } = await shownSize(preview)
  expect(withLogo).toBeGreaterThan(usual.height)
  await choose(page, page.getByRole('list', { name: 'Bagian dokumen' }), 'Ukuran Logo', 'Besar')
  await expect.poll(async () => (await shownSize(preview)).height).toBeGreaterThan(withLogo)
  await saveSettings(page)

  await openScreen(page, 'Jual')
  const number = await sellForCash(page, [INDOMIE, KALPA])
  const detail = await openSale(page, number)
  await detail.getByRole('button', { name: 'Lihat struk' }).click()
  const shown = page.getByRole('img', { name: `Pratinjau struk ${number}` })
  await expect(shown).toContainText('SALINAN')
  await expect(shown).toContainText('Barang boleh ditukar')
  await expect(shown).not.toContainText('Terima kasih')
  const { width, height } = await shownSize(shown)
  await page.getByRole('button', { name: 'Tutup pratinjau' }).click()
  // It was printed by itself; what the preview shows by now is the next one, a copy.
  await expect(shown).toBeHidden()
  await detail.getByRole('button', { name: 'Cetak ulang struk' }).click()
  // The newest is the first.
  const first = await printedPage(page, 'Struk tercetak 2')
  const copy = await printedPage(page, 'Struk tercetak 1')
  expect(await readPrintedCodes(copy)).toEqual([number])
  expect(await shownSize(copy)).toEqual({ width, height: height + FEED_DOTS })
  expect(await readPrintedCodes(first)).toEqual([number])
  expect((await shownSize(first)).height).toBeLessThan(height + FEED_DOTS)
})

test('labels of two items, five each, come out with codes that can be read', async ({ page }) => {
  await openScreen(page, 'Katalog')
  await page.getByRole('button', { name: 'Cetak label barang', exact: true }).click()
  const dialog = dialogNamed(page, 'Cetak label barang')
  const search = dialog.getByRole('searchbox', { name: 'Cari barang untuk label' })
  await expect(search).toBeFocused()
  for (const item of [BENG_BENG, KALPA]) {
    await search.fill(item.sku)
    await search.press('Enter')
    await dialog.getByRole('textbox', { name: `Jumlah label ${item.name}` }).fill('5')
  }
  await expect(dialog.getByRole('img', { name: `Pratinjau label ${KALPA.name}` })).toContainText('Kalpa')
  await dialog.getByRole('button', { name: 'Cetak 10 label' }).click()
  await expect(dialog).toBeHidden()
  await openQueue(page)
  const pages = page.getByRole('list', { name: 'Hasil cetak latihan' }).getByRole('img', { name: /^Label barang/u })
  // Two across: the odd one of each item has a row to itself.
  await expect(pages).toHaveCount(6)
  const codes: string[] = []
  for (const printed of await pages.all()) codes.push(...(await readLabelCodes(printed, 2)))
  expect(codes.toSorted()).toEqual([
    ...Array<string>(5).fill(KALPA.barcode),
    ...Array<string>(5).fill(BENG_BENG.barcode),
  ])
})

test("a courier's PDF is printed on a label; what cannot be read says so", async ({ page }) => {
  const awb = 'JP8812345678'
  const label = { widthMm: 210, heightMm: 297, leftMm: 90, topMm: 20, awb }
  await openScreen(page, 'Penjualan')
  await page.getByRole('button', { name: 'Cetak PDF kurir' }).click()
  const dialog = dialogNamed(page, 'Cetak PDF kurir')
  const give = (name: string, bytes: Uint8Array | string) =>
    dialog.getByLabel('Berkas PDF').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  await give('rusak.pdf', '%PDF-1.4 and nothing more')
  await expect(dialog.getByRole('alert')).toHaveText('File ini rusak atau bukan PDF. Unduh lagi dari asalnya.')
  await give('terkunci.pdf', courierPdf({ ...label, password: 'rahasia' }))
  await expect(dialog.getByRole('alert')).toContainText('PDF ini terkunci dengan kata sandi.')
  await give('label-jnt.pdf', courierPdf(label, { ...label, awb: 'JP8812345679' }))
  await dialog.getByRole('button', { name: 'Halaman 2', exact: true }).click()
  await dialog.getByRole('button', { name: 'Cetak 1 halaman' }).click()
  await expect(dialog).toBeHidden()
  const printed = await printedPage(page, 'PDF tercetak 1')
  expect(await shownSize(printed)).toEqual({ width: 800, height: 1200 })
  expect((await readPrintedCodes(printed)).toSorted()).toEqual([awb, `https://kurir.example/${awb}`])
})

test('receipt, invoice and a sheet of labels are saved as PDF and can be read', async ({ page, shop }) => {
  const numbers = [
    await sellDelivery(page, [INDOMIE, KALPA], 'JNE0011223344'),
    await sellDelivery(page, [INDOMIE], 'JNE0011223355'),
  ]
  const [number = ''] = numbers
  const detail = await openSale(page, number)
  await detail.getByRole('button', { name: 'Struk PDF' }).click()
  const receipt = await readSavedPdf(shop.profile, `struk-${number}.pdf`)
  await detail.getByRole('button', { name: 'Faktur A4 PDF' }).click()
  const invoice = await readSavedPdf(shop.profile, `faktur-${number}.pdf`)
  for (const text of [receipt, invoice]) {
    expect(text).toContain(number)
    expect(text).toMatch(/TOTAL\s+Rp\s?5\.000/u)
    for (const { name, price } of [INDOMIE, KALPA]) {
      expect(text).toContain(name)
      expect(text).toContain(formatThousands(price))
    }
  }
  await detail.getByRole('button', { name: 'Tutup rincian' }).click()

  await page.getByRole('button', { name: 'Label kiriman' }).click()
  const dialog = dialogNamed(page, 'Label kiriman')
  await expect(dialog.getByRole('checkbox')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Simpan PDF A4' }).click()
  const sheet = await readSavedPdf(shop.profile, /^label-.*\.pdf$/u)
  for (const each of numbers) expect(sheet).toContain(each)
  await dialog.getByRole('button', { name: 'Cetak 2 label' }).click()
  await expect(dialog).toBeHidden()
  await openQueue(page)
  const labels = page.getByRole('list', { name: 'Hasil cetak latihan' }).getByRole('img', { name: /^Label tercetak/u })
  // Each was printed by itself once; what was asked for now are copies.
  await expect(labels).toHaveCount(4)
  const codes = await Promise.all((await labels.all()).map(readPrintedCodes))
  for (const awb of ['JNE0011223344', 'JNE0011223355']) {
    expect(codes.filter((read) => read.includes(awb))).toHaveLength(2)
  }
})

test('pick lists print by themselves once the shop wants them always', async ({ page }) => {
  await openEditor(page)
  await clickChoice(page, 'radio', 'Selalu')
  await saveSettings(page)
  await openScreen(page, 'Jual')
  const number = await sellForCash(page, [INDOMIE])
  expect(await readPrintedCodes(await printedPage(page, 'Daftar ambil tercetak 1'))).toEqual([number])
  await expect(page.getByRole('img', { name: 'Struk tercetak 1', exact: true })).toBeVisible()
})

test('the shift report is changed in the editor, and an X report prints as it shows', async ({ page }) => {
  await openEditor(page)
  const editor = page.getByRole('tabpanel', { name: 'Dokumen cetak' })
  await choose(page, editor, 'Dokumen', 'Laporan X dan Z')
  const preview = page.getByRole('img', { name: 'Pratinjau Laporan X dan Z' })
  await expect(preview).toContainText('LAPORAN Z')
  await expect(preview).toContainText('PER KASIR')
  // What the cash is counted by stays; the rest can go.
  await expect(page.getByRole('switch', { name: 'Kas di laci dan selisih' })).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: 'Kas di laci dan selisih' })).toContainText('Wajib ada')
  await clickChoice(page, 'switch', 'Per kasir')
  await expect(preview).not.toContainText('PER KASIR')
  await page.getByRole('button', { name: 'Naikkan Cara bayar' }).click()
  const note = 'Simpan laporan ini bersama bukti setoran bank.'
  await page.getByRole('textbox', { name: /^Catatan toko/u }).fill(note)
  await expect(preview).toContainText('bukti setoran')
  await choose(page, editor, 'Contoh', 'Laporan X')
  await expect(preview).toContainText('LAPORAN X')
  await expect(preview).not.toContainText('Penanggung jawab')
  await saveSettings(page)

  await openScreen(page, 'Jual')
  await sellForCash(page, [INDOMIE])
  await openScreen(page, 'Shift')
  await page.getByRole('button', { name: 'Laporan X', exact: true }).click()
  const dialog = dialogNamed(page, 'Laporan X shift berjalan')
  const shown = dialog.getByRole('img', { name: 'Pratinjau laporan shift' })
  await expect(shown).toContainText('bukti setoran')
  await expect(shown).not.toContainText('PER KASIR')
  const { width, height } = await shownSize(shown)
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click()
  await expect(dialog).toContainText('Laporan masuk antrean cetak.')
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click()
  const printed = await printedPage(page, 'Laporan tercetak 1')
  expect(await shownSize(printed)).toEqual({ width, height: height + FEED_DOTS })
})
