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
import { tsplPicture } from './printed-tspl.ts'
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

/** Two labels that failed, since their printer is off. Gives their titles, the older one first. */
const failTwoLabels = async (page: Page): Promise<readonly [string, string]> => {
  await addNetworkPrinter(page, { name: 'Gudang', port: await ReceiptPrinter.findClosedPort() })
  await routeTo(page, 'Label pengiriman', 'Gudang')
  const titles = [
    `Label pengiriman ${await sellDelivery(page)}`,
    `Label pengiriman ${await sellDelivery(page)}`,
  ] as const
  await openQueue(page)
  await expect(page.getByRole('list', { name: 'Gagal dicetak' }).getByRole('listitem')).toHaveCount(2)
  return titles
}

test('all that failed is printed again by one press, in its order and not as copies', async ({ page }) => {
  const other = await ReceiptPrinter.listen()
  try {
    const [first, second] = await failTwoLabels(page)
    await addNetworkPrinter(page, { name: 'Depan', port: other.port })
    await routeTo(page, 'Label pengiriman', 'Depan')
    await openQueue(page)
    await page.getByRole('button', { name: 'Cetak lagi semua' }).click()
    const question = dialogNamed(page, 'Cetak lagi 2 cetakan yang gagal?')
    await question.getByRole('button', { name: 'Batal' }).click()
    await expect(question).toBeHidden()
    expect(other.jobs).toHaveLength(0)
    await page.getByRole('button', { name: 'Cetak lagi semua' }).click()
    await question.getByRole('button', { name: 'Cetak lagi 2 cetakan' }).click()
    await expect.poll(() => other.jobs.length).toBe(2)
    await expect(page.getByRole('list', { name: 'Gagal dicetak' })).toBeHidden()
    const sent = page
      .getByRole('list', { name: 'Terakhir dicetak' })
      .getByRole('listitem')
      .filter({ hasText: 'Terkirim ke printer' })
    await expect(sent.filter({ hasText: 'Label pengiriman' })).toContainText([second, first])
    await expect(sent.filter({ hasText: 'SALINAN' })).toHaveCount(0)
  } finally {
    await other.close()
  }
})

test('all that failed and is not needed is put aside by one press', async ({ page }) => {
  await failTwoLabels(page)
  await page.getByRole('button', { name: 'Sisihkan semua' }).click()
  const question = dialogNamed(page, 'Sisihkan 2 cetakan yang gagal?')
  await question.getByRole('button', { name: 'Sisihkan 2 cetakan' }).click()
  await expect(page.getByRole('list', { name: 'Gagal dicetak' })).toBeHidden()
  const aside = page.getByRole('list', { name: 'Terakhir dicetak' }).getByText('Gagal, tidak perlu lagi')
  await expect(aside).toHaveCount(2)
})

test('what failed and is not needed is put aside by one press, and can be printed after all', async ({ page }) => {
  await addNetworkPrinter(page, { name: 'Gudang', port: await ReceiptPrinter.findClosedPort() })
  await printTestPage(page, 'Gudang')
  await openQueue(page)
  const failed = page.getByRole('list', { name: 'Gagal dicetak' })
  await failed.getByRole('button', { name: 'Tidak perlu dicetak: Halaman uji' }).click()
  await expect(failed).toBeHidden()
  const done = page.getByRole('list', { name: 'Terakhir dicetak' }).getByRole('listitem', { name: 'Halaman uji' })
  await expect(done).toContainText('Gagal, tidak perlu lagi')
  await done.getByRole('button', { name: 'Cetak lagi Halaman uji' }).click()
  await expect(failed.getByRole('listitem', { name: 'Halaman uji' })).toContainText('Periksa apakah menyala')
})
