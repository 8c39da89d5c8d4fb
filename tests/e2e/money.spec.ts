import type { Locator, Page } from '@playwright/test'
import { BENG_BENG, INDOMIE, KALPA } from './goods.ts'
import { cutBothLines, readHoldings, restoreBothLines, sendNow } from './practice-actions.ts'
import {
  clickChoice,
  dialogNamed,
  openPayment,
  openSale,
  openScreen,
  rupiah,
  scanItem,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

/** 09:00 at the register on a Monday, and the same hour the day after. */
const MONDAY_MS = Date.UTC(2026, 10, 23, 2)
const TUESDAY_MS = MONDAY_MS + 86_400_000

const chargePpnAndRoundCash = async (page: Page): Promise<void> => {
  await openScreen(page, 'Pengaturan')
  await page.getByRole('textbox', { name: 'NPWP toko' }).fill('01.234.567.8-901.000')
  await page.getByRole('tab', { name: 'Aturan jual' }).click()
  await clickChoice(page, 'switch', 'Toko memungut PPN (PKP)')
  await clickChoice(page, 'radio', 'Terdekat')
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible()
}

const openShiftWith = async (page: Page, hundreds: number): Promise<void> => {
  await openScreen(page, 'Shift')
  await page.getByRole('textbox', { name: 'Jumlah Rp 100.000', exact: true }).fill(String(hundreds))
  await page.getByRole('button', { name: /^Buka shift dengan/u }).click()
  await expect(page.getByRole('button', { name: 'Tutup shift' })).toBeVisible()
}

/** Closes the shift with this cash counted, and gives the dialog with its Z report. */
const closeShiftWith = async (page: Page, pieces: Readonly<Record<string, number>>): Promise<Locator> => {
  await openScreen(page, 'Shift')
  await page.getByRole('button', { name: 'Tutup shift' }).click()
  const dialog = dialogNamed(page, 'Tutup shift')
  for (const [denomination, count] of Object.entries(pieces)) {
    await dialog.getByRole('textbox', { name: `Jumlah ${denomination}`, exact: true }).fill(String(count))
  }
  await dialog.getByRole('button', { name: 'Hitungan selesai' }).click()
  const verdict = dialogNamed(page, 'Hasil hitungan')
  await expect(verdict).toContainText('Uang di laci pas.')
  await verdict.getByRole('button', { name: 'Tutup shift sekarang' }).click()
  const report = page.getByRole('dialog', { name: /^Laporan Z/u })
  await expect(report).toBeVisible()
  return report
}

/** The report is drawn as it prints: each row is its name, then its amount. */
const expectRows = async (report: Locator, rows: readonly (readonly [string, string])[]): Promise<void> => {
  await expect(report.locator('text').last()).toHaveText('Penanggung jawab')
  const drawn = ` | ${(await report.locator('text').allTextContents()).join(' | ')} | `
  for (const row of rows) expect(drawn).toContain(` | ${row.join(' | ')} | `)
}

const giveDiscount = async (page: Page, opener: Locator, text: string): Promise<void> => {
  await opener.click()
  const dialog = page.getByRole('dialog', { name: /^Diskon/u })
  await dialog.getByRole('textbox', { name: 'Diskon' }).fill(text)
  await dialog.getByRole('button', { name: /^Pakai/u }).click()
  await expect(dialog).toBeHidden()
}

/** 3 x 3.000, 2 x 2.000 less 10 %, 2.000, less 555: 14.045 with 1.392 of PPN in it; 5.000 by QRIS, the rest in cash, rounded to 9.000. */
const sellDiscounted = async (page: Page): Promise<string> => {
  await openScreen(page, 'Jual')
  await scanItem(page, INDOMIE)
  await scanItem(page, INDOMIE, 2)
  await scanItem(page, INDOMIE, 3)
  await scanItem(page, BENG_BENG)
  await scanItem(page, BENG_BENG, 2)
  await giveDiscount(page, page.getByRole('button', { name: `Diskon ${BENG_BENG.name}` }), '10%')
  await scanItem(page, KALPA)
  await giveDiscount(page, page.getByRole('button', { name: 'Diskon', exact: true }), '555')
  const totals = page.getByRole('region', { name: 'Keranjang' })
  await expect(totals).toContainText(rupiah(14_045))
  await expect(totals).toContainText(rupiah(1_392))

  const payment = await openPayment(page)
  await clickChoice(payment, 'radio', /^QRIS/u)
  await payment.getByRole('textbox', { name: 'Jumlah' }).fill('5000')
  await payment.getByRole('button', { name: /^Sudah masuk/u }).click()
  await clickChoice(payment, 'radio', /^Tunai/u)
  await expect(payment).toContainText(rupiah(9_000))
  await payment.getByRole('button', { name: 'Rp 10.000' }).click()
  await payment.getByRole('button', { name: 'Selesaikan pembayaran' }).click()
  const paid = dialogNamed(page, 'Lunas')
  await expect(paid).toContainText(rupiah(1_000))
  const [number] = /K1-\d{6}-\d{4}/u.exec(await paid.innerText()) ?? []
  await page.keyboard.press('Enter')
  return number ?? ''
}

test('a discounted, taxed, split-tender sale; its partial return next day, offline; Z reports whose sums are the sales', async ({
  shop,
}) => {
  const monday = await shop.startAt(MONDAY_MS)
  await chargePpnAndRoundCash(monday.page)
  await openShiftWith(monday.page, 2)
  const number = await sellDiscounted(monday.page)
  expect(number).toBe('K1-261123-0001')
  await waitUntilAllSent(monday.page)
  await monday.close()

  const { page } = await shop.startAt(TUESDAY_MS)
  await expect(page.getByText(/^Shift dibuka kemarin 09:00 dan belum ditutup\.$/u)).toBeVisible()
  const mondayReport = await closeShiftWith(page, { 'Rp 100.000': 2, 'Rp 5.000': 1, 'Rp 2.000': 2 })
  await expectRows(mondayReport, [
    ['Penjualan (1)', 'Rp 14.045'],
    ['Nilai barang', 'Rp 15.000'],
    ['Diskon barang', '-Rp 400'],
    ['Diskon belanja', '-Rp 555'],
    ['Pembulatan', '-Rp 45'],
    ['TOTAL', 'Rp 14.000'],
    ['DPP nilai lain', 'Rp 11.599'],
    ['PPN dalam harga', 'Rp 1.392'],
    ['Tunai (1)', 'Rp 9.000'],
    ['QRIS (1)', 'Rp 5.000'],
    ['Kasir (1)', 'Rp 14.000'],
    ['Seharusnya', 'Rp 209.000'],
  ])
  await mondayReport
    .getByRole('button', { name: /^Tutup/u })
    .first()
    .click()

  await openShiftWith(page, 1)
  await cutBothLines(page)
  const detail = await openSale(page, number)
  await detail.getByRole('button', { name: 'Retur / tukar' }).click()
  const form = dialogNamed(page, `Retur dari ${number}`)
  await form.getByRole('listitem', { name: INDOMIE.name }).getByRole('textbox', { name: 'Kembali' }).fill('1')
  // 9.000 less its share of 555 is 8.658: a third of it.
  await expect(form).toContainText(rupiah(2_886))
  await form.getByRole('button', { name: 'Kembalikan uang' }).click()
  const refund = dialogNamed(page, 'Kembalikan uang')
  await clickChoice(refund, 'radio', /^Tunai/u)
  await refund.getByRole('button', { name: 'Semuanya tunai' }).click()
  await refund.getByRole('button', { name: 'Selesaikan pengembalian' }).click()
  const done = dialogNamed(page, 'Uang dikembalikan')
  await expect(done).toContainText(rupiah(2_900))
  await expect(done).toContainText('K1-R261124-0001')
  await page.keyboard.press('Enter')

  const tuesdayReport = await closeShiftWith(page, {
    'Rp 50.000': 1,
    'Rp 20.000': 2,
    'Rp 5.000': 1,
    'Rp 2.000': 1,
    'Rp 100': 1,
  })
  await expectRows(tuesdayReport, [
    ['Penjualan (0)', 'Rp 0'],
    ['Retur (1)', '-Rp 2.886'],
    ['Pembulatan', '-Rp 14'],
    ['TOTAL', '-Rp 2.900'],
    ['PPN dalam harga', '-Rp 286'],
    ['Tunai diterima (1)', 'Rp 0'],
    ['Kasir (1)', '-Rp 2.900'],
    ['Retur tunai', '-Rp 2.900'],
    ['Seharusnya', 'Rp 97.100'],
  ])
  await tuesdayReport
    .getByRole('button', { name: /^Tutup/u })
    .first()
    .click()

  await restoreBothLines(page)
  await sendNow(page)
  const returned = await openSale(page, 'K1-R261124-0001')
  await expect(returned.getByRole('region', { name: 'Pengiriman ke Accurate' })).not.toContainText('Menunggu', {
    timeout: 70_000,
  })
  const task = returned.getByRole('region', { name: 'Pengiriman ke Forstok' })
  await expect(task).toContainText(`Reference # ${number}`)
  await task.getByRole('button', { name: 'Sudah dikerjakan' }).click()
  await waitUntilAllSent(page)

  const holdings = await readHoldings(page)
  expect(holdings.orders.map((order) => [order.reference, order.total])).toEqual([[number, 14_000]])
  expect(holdings.invoices.map((invoice) => [invoice.number, invoice.total, invoice.outstanding])).toEqual([
    [number, 14_045, 0],
  ])
})
