import type { Page } from '@playwright/test'
import { INDOMIE } from './goods.ts'
import {
  addNetworkPrinter,
  choose,
  openPrinters,
  openQueue,
  printerCard,
  printTestPage,
  routeTo,
} from './printer-actions.ts'
import { ReceiptPrinter } from './receipt-printer.ts'
import {
  beginNextSale,
  dialogNamed,
  makeDelivery,
  openScreen,
  payExactCash,
  scanItem,
  statusBar,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

const BITMAP = /BITMAP 0,0,(\d+),(\d+),0,/u

/** The picture in a TSPL job and what follows it; fails when the job is not whole. */
const tsplPicture = (job: Buffer | undefined) => {
  const text = job?.toString('latin1') ?? ''
  const [head = '', widthBytes = '0', heightDots = '0'] = BITMAP.exec(text) ?? []
  const begin = text.indexOf(head) + head.length
  const end = begin + Number(widthBytes) * Number(heightDots)
  return { widthBytes: Number(widthBytes), heightDots: Number(heightDots), after: text.slice(end) }
}

/** Sells one item that is sent to a buyer: a shipping label is printed. Gives the sale's number. */
const sellDelivery = async (page: Page): Promise<string> => {
  await openScreen(page, 'Jual')
  await scanItem(page, INDOMIE)
  await makeDelivery(page, 'JNE0011223344')
  const number = await payExactCash(page)
  await beginNextSale(page)
  return number
}

test('a network printer is added on the screen and its test page arrives whole', async ({ page }) => {
  const printer = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: printer.port })
    await printTestPage(page, 'Gudang')
    await expect.poll(() => printer.jobs.length).toBe(1)
    const picture = tsplPicture(printer.jobs[0])
    expect(picture).toMatchObject({ widthBytes: 100, heightDots: 1200 })
    expect(picture.after).toMatch(/^\r\nPRINT 1/u)
    await openQueue(page)
    const done = page.getByRole('list', { name: 'Terakhir dicetak' })
    await expect(done.getByRole('listitem', { name: 'Halaman uji' })).toContainText('Gudang')
    await expect(done.getByRole('listitem', { name: 'Halaman uji' })).toContainText('Terkirim ke printer')
  } finally {
    await printer.close()
  }
})

test('a printer that talks says what is wrong and when it is done', async ({ page }) => {
  const printer = await ReceiptPrinter.listen({ talks: true })
  try {
    printer.hasPaper = false
    await addNetworkPrinter(page, { name: 'Dapur', port: printer.port, language: 'ESC/POS', asksStatus: true })
    await expect(printerCard(page, 'Dapur')).toContainText('Kertas habis. Pasang gulungan baru.')
    await expect(statusBar(page)).toContainText('kertas habis')
    printer.hasPaper = true
    await expect(printerCard(page, 'Dapur')).toContainText('Melaporkan siap')
    await expect(statusBar(page)).not.toContainText('kertas habis')
    await printTestPage(page, 'Dapur')
    await openQueue(page)
    await expect(page.getByRole('list', { name: 'Terakhir dicetak' })).toContainText('Printer menyatakan selesai')
  } finally {
    await printer.close()
  }
})

test('paper that runs out in the middle: the till asks with the picture, and "no" prints a copy elsewhere', async ({
  page,
}) => {
  const printer = await ReceiptPrinter.listen({ stallsAfterBytes: 20_000 })
  const other = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: printer.port })
    await addNetworkPrinter(page, { name: 'Depan', port: other.port })
    await routeTo(page, 'Label pengiriman', 'Gudang')
    const number = await sellDelivery(page)
    await expect(statusBar(page)).toContainText('1 cetakan perlu jawaban', { timeout: 40_000 })
    await openQueue(page)
    const asking = page.getByRole('region', { name: 'Apakah kertasnya keluar?' })
    const title = `Label pengiriman ${number}`
    await expect(asking.getByRole('img', { name: `Gambar ${title}` })).toBeVisible()
    await expect(asking.getByRole('group', { name: title })).toContainText('Gudang')
    await asking.getByRole('button', { name: 'Tidak, cetak di printer lain' }).click()
    await page.getByRole('menuitem', { name: 'Depan' }).click()
    await expect(asking).toBeHidden()
    await expect.poll(() => other.jobs.length).toBe(1)
    expect(tsplPicture(other.jobs[0]).after).toMatch(/^\r\nPRINT 1/u)
    const done = page.getByRole('list', { name: 'Terakhir dicetak' })
    await expect(done.getByRole('listitem', { name: title }).first()).toContainText(/SALINAN.*Depan/u)
    await expect(done.getByRole('listitem', { name: title }).last()).toContainText('Tidak keluar, dicetak lagi')
  } finally {
    await printer.close()
    await other.close()
  }
})

test('a substitute takes the work of a printer that is off, and gives it back', async ({ page }) => {
  const spare = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: await ReceiptPrinter.findClosedPort() })
    await addNetworkPrinter(page, { name: 'Cadangan', port: spare.port })
    await routeTo(page, 'Label pengiriman', 'Gudang')
    await choose(page, printerCard(page, 'Gudang'), 'Alihkan sementara ke', 'Cadangan')
    await expect(printerCard(page, 'Gudang')).toContainText('Cetakannya sekarang menuju Cadangan.')
    await sellDelivery(page)
    await expect.poll(() => spare.jobs.length).toBe(1)
    await openPrinters(page)
    await choose(page, printerCard(page, 'Gudang'), 'Alihkan sementara ke', 'Tidak dialihkan')
    await expect(printerCard(page, 'Gudang')).not.toContainText('Cetakannya sekarang menuju')
  } finally {
    await spare.close()
  }
})

test('what failed is printed on another printer, not as a copy: nothing of it had left', async ({ page }) => {
  const other = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: await ReceiptPrinter.findClosedPort() })
    await addNetworkPrinter(page, { name: 'Depan', port: other.port })
    await routeTo(page, 'Label pengiriman', 'Gudang')
    const title = `Label pengiriman ${await sellDelivery(page)}`
    await openQueue(page)
    const failed = page.getByRole('list', { name: 'Gagal dicetak' })
    await expect(failed.getByRole('listitem', { name: title })).toContainText('Periksa apakah menyala')
    await failed.getByRole('button', { name: `Cetak ${title} di printer lain` }).click()
    await page.getByRole('menuitem', { name: 'Depan' }).click()
    await expect.poll(() => other.jobs.length).toBe(1)
    await expect(failed).toBeHidden()
    const done = page.getByRole('list', { name: 'Terakhir dicetak' })
    await expect(done.getByRole('listitem', { name: title }).first()).toContainText('Terkirim ke printer')
    await expect(done.getByRole('listitem', { name: title }).first()).not.toContainText('SALINAN')
  } finally {
    await other.close()
  }
})

test('a measured line changes the dots a millimetre of what is printed next', async ({ page }) => {
  const printer = await ReceiptPrinter.listen()
  try {
    await addNetworkPrinter(page, { name: 'Gudang', port: printer.port })
    await page.getByRole('button', { name: 'Kalibrasi: Gudang' }).click()
    const dialog = dialogNamed(page, 'Kalibrasi Gudang')
    await dialog.getByRole('button', { name: 'Lanjut' }).click()
    await dialog.getByRole('button', { name: 'Cetak penggaris' }).click()
    await expect.poll(() => printer.jobs.length).toBe(1)
    expect(tsplPicture(printer.jobs[0]).heightDots).toBe(1200)
    await dialog.getByRole('button', { name: 'Lanjut' }).click()
    await dialog.getByRole('textbox', { name: 'Panjang garis ukur (mm)' }).fill('79,2')
    await dialog.getByRole('textbox', { name: /Tepi kiri kertas/u }).fill('20,5')
    await expect(dialog.getByRole('region', { name: 'Hasil' })).toContainText('8,081')
    await expect(dialog.getByRole('region', { name: 'Hasil' })).toContainText('-0,7 / 0 mm')
    await dialog.getByRole('button', { name: 'Lanjut' }).click()
    await dialog.getByRole('button', { name: 'Lebih gelap' }).click()
    await dialog.getByRole('button', { name: 'Lanjut' }).click()
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

test('settings from a file are shown before they replace those of now', async ({ page }) => {
  await openPrinters(page)
  const settings = await page.evaluate(() => window.konter.getPrinterSettings({}))
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
