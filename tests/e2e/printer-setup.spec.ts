import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { savedFile } from './document-actions.ts'
import { addNetworkPrinter, choose, openPrinters, printerCard } from './printer-actions.ts'
import { tsplPicture } from './printed-tspl.ts'
import { ReceiptPrinter } from './receipt-printer.ts'
import { clickChoice, dialogNamed } from './till-actions.ts'
import { expect, test } from './till-test.ts'

/** Opens the calibration of a printer, whose card is on the screen. */
const calibrate = async (page: Page, printer: string): Promise<Locator> => {
  await page.getByRole('button', { name: `Kalibrasi: ${printer}` }).click()
  const dialog = dialogNamed(page, `Kalibrasi ${printer}`)
  await expect(dialog).toBeVisible()
  return dialog
}

const next = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: 'Lanjut' }).click()

const readSettings = (page: Page) => page.evaluate(() => window.konter.getPrinterSettings({}))

test('a measured line changes the dots a millimetre of what is printed next', async ({ page }) => {
  const printer = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: printer.port })
    const dialog = await calibrate(page, 'Gudang')
    await next(dialog)
    await dialog.getByRole('button', { name: 'Cetak penggaris' }).click()
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(tsplPicture(printer.jobs[0]).heightDots).toBe(1200)
    await next(dialog)
    await dialog.getByRole('textbox', { name: 'Panjang garis ukur (mm)' }).fill('79,2')
    await dialog.getByRole('textbox', { name: /Tepi kiri kertas/u }).fill('20,5')
    await expect(dialog.getByRole('region', { name: 'Hasil' })).toContainText('8,081')
    await expect(dialog.getByRole('region', { name: 'Hasil' })).toContainText('-0,7 / 0 mm')
    await next(dialog)
    await dialog.getByRole('button', { name: 'Lebih gelap' }).click()
    await next(dialog)
    await dialog.getByRole('button', { name: 'Simpan dan cetak lagi' }).click()
    await expect.poll(() => printer.jobs.length).toBe(2)
    const [, again] = printer.jobs
    expect(tsplPicture(again).heightDots).toBe(1212)
    expect(again?.toString('latin1')).toContain('DENSITY 9\r\n')
    await dialog.getByRole('button', { name: 'Simpan dan selesai' }).click()
    await expect(dialog).toBeHidden()
  } finally {
    await printer.close()
  }
})

test('a paper that is set in the calibration is printed on and outlives the till; an impossible length is refused', async ({
  shop,
}) => {
  const printer = await ReceiptPrinter.listen()
  try {
    const first = await shop.start()
    await addNetworkPrinter(first.page, { name: 'Gudang', port: printer.port })
    const dialog = await calibrate(first.page, 'Gudang')
    await choose(first.page, dialog, 'Kertas', 'Label 76 × 130 mm')
    await clickChoice(dialog, 'radio', 'Tanda hitam')
    await dialog.getByRole('textbox', { name: 'Tinggi tanda hitam (mm)' }).fill('4')
    await next(dialog)
    await dialog.getByRole('button', { name: 'Cetak penggaris' }).click()
    await expect.poll(() => printer.jobs.length).toBe(1)
    const job = printer.jobs[0]?.toString('latin1')
    expect(job).toContain('SIZE 76 mm,130 mm\r\n')
    expect(job).toContain('BLINE 4 mm,0 mm\r\n')
    await next(dialog)
    const line = dialog.getByRole('textbox', { name: 'Panjang garis ukur (mm)' })
    await line.fill('30')
    await expect(dialog.getByText('Panjang ini tidak mungkin untuk satu printer.')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Lanjut' })).toBeDisabled()
    await line.fill('')
    await next(dialog)
    await dialog.getByRole('button', { name: 'Lebih cepat' }).click()
    await expect(dialog.getByRole('group', { name: 'Kecepatan' })).toContainText('5 inci per detik')
    await next(dialog)
    await dialog.getByRole('button', { name: 'Simpan dan selesai' }).click()
    await expect(dialog).toBeHidden()
    await first.close()

    const { page } = await shop.start()
    await openPrinters(page)
    await expect(printerCard(page, 'Gudang')).toContainText('Label 76 × 130 mm, tanda hitam 4 mm')
    const again = await calibrate(page, 'Gudang')
    await expect(again.getByRole('textbox', { name: 'Tinggi tanda hitam (mm)' })).toHaveValue('4')
  } finally {
    await printer.close()
  }
})

test('a receipt printer is measured across alone and sets its darkness itself', async ({ page }) => {
  await openPrinters(page)
  const dialog = await calibrate(page, 'Printer struk latihan')
  await next(dialog)
  await dialog.getByRole('button', { name: 'Cetak penggaris' }).click()
  await expect(dialog.getByText('Penggaris dikirim ke printer.')).toBeVisible()
  await next(dialog)
  await expect(dialog.getByRole('textbox', { name: /^Tepi kiri kertas/u })).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: /^Tepi atas kertas/u })).toBeHidden()
  await next(dialog)
  await expect(dialog).toContainText('Printer struk ESC/POS tidak menerima')
  await dialog.getByRole('button', { name: 'Kembali' }).click()
  await expect(dialog.getByRole('list', { name: 'Langkah kalibrasi' }).locator('[aria-current=step]')).toContainText(
    'Ukur',
  )
})

test('settings from a file are shown before they replace those of now', async ({ page }) => {
  await openPrinters(page)
  const settings = await readSettings(page)
  const printers = settings.printers
    .filter(({ id }) => id !== 'practice-goods')
    .map((printer) => (printer.id === 'practice-label' ? { ...printer, name: 'Label gudang' } : printer))
  const take = async (text: string) => {
    const buffer = Buffer.from(text)
    await page
      .getByLabel('Berkas setelan printer')
      .setInputFiles({ name: 'printer.json', mimeType: 'application/json', buffer })
  }
  await take('{}')
  await expect(page.getByText('Berkas ini bukan setelan printer Konter.')).toBeVisible()
  await take(JSON.stringify({ ...settings, printers }))
  const dialog = dialogNamed(page, 'Ambil setelan dari berkas')
  await expect(dialog.getByRole('region', { name: 'Diubah' })).toContainText('Label gudang')
  await expect(dialog.getByRole('region', { name: 'Dihapus' })).toContainText('Printer label barang latihan')
  await expect(dialog.getByRole('region', { name: 'Dokumen yang berpindah' })).toContainText(
    'Label rak → Tidak dicetak',
  )
  await dialog.getByRole('button', { name: 'Ganti setelan' }).click()
  await expect(printerCard(page, 'Label gudang')).toBeVisible()
  await expect(printerCard(page, 'Printer label barang latihan')).toBeHidden()
})

test('printers that were saved to a file come back from it as they were', async ({ page, shop }) => {
  await openPrinters(page)
  const before = await readSettings(page)
  await page.getByRole('button', { name: 'Simpan ke berkas' }).click()
  const path = await savedFile(shop.profile, 'konter-printer.json')
  await expect(page.getByText(path)).toBeVisible()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(before)

  await page.getByRole('button', { name: 'Hapus: Printer label barang latihan' }).click()
  await page.getByRole('button', { name: 'Hapus printer' }).click()
  await expect(printerCard(page, 'Printer label barang latihan')).toBeHidden()
  const file = page.getByLabel('Berkas setelan printer')
  await file.setInputFiles(path)
  const dialog = dialogNamed(page, 'Ambil setelan dari berkas')
  await expect(dialog.getByRole('region', { name: 'Ditambahkan' })).toContainText('Printer label barang latihan')
  await dialog.getByRole('button', { name: 'Ganti setelan' }).click()
  await expect(printerCard(page, 'Printer label barang latihan')).toBeVisible()
  expect(await readSettings(page)).toEqual(before)

  await file.setInputFiles(path)
  await expect(dialog).toContainText('Tidak ada yang berubah.')
  await expect(dialog.getByRole('button', { name: 'Ganti setelan' })).toBeDisabled()
})
