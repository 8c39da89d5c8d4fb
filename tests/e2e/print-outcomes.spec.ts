import type { Locator, Page } from '@playwright/test'
import { INDOMIE, KALPA } from './goods.ts'
import { addNetworkPrinter, openQueue, routeTo } from './printer-actions.ts'
import { ReceiptPrinter } from './receipt-printer.ts'
import { clickChoice, openSale, openScreen, rupiah, scanItem, sellForCash, statusBar } from './till-actions.ts'
import { expect, test } from './till-test.ts'

const RECEIPTS = 'Struk'

/** Lets receipts go to a new printer at this port of this machine, and goes back to selling. */
const useNetworkPrinter = async (page: Page, port: number): Promise<void> => {
  await addNetworkPrinter(page, { name: 'Kasir depan', port, language: 'ESC/POS' })
  await routeTo(page, RECEIPTS, 'Kasir depan')
  await openScreen(page, 'Jual')
}

const useDrawingPrinter = (page: Page): Promise<void> => routeTo(page, RECEIPTS, 'Printer struk latihan')

const printJobs = (detail: Locator): Locator =>
  detail.getByRole('region', { name: 'Cetakan' }).getByRole('list').getByRole('listitem')

test('a printer that is not there fails visibly; the sale stands and the counter goes on', async ({ page }) => {
  await useNetworkPrinter(page, await ReceiptPrinter.findClosedPort())
  const number = await sellForCash(page, [INDOMIE])
  await scanItem(page, KALPA)
  await expect(statusBar(page)).toContainText('Kasir depangagal mencetak')
  const detail = await openSale(page, number)
  await expect(printJobs(detail)).toHaveCount(1)
  await expect(printJobs(detail)).toContainText('Gagal cetak')
  await expect(printJobs(detail)).toContainText('Printer tidak ditemukan')
  await expect(detail).toContainText(rupiah(3_000))
})

test('a printer that takes everything has printed; a reprint from the sales screen is a copy', async ({ page }) => {
  const printer = await ReceiptPrinter.listen()
  try {
    await useNetworkPrinter(page, printer.port)
    const number = await sellForCash(page, [INDOMIE])
    await expect.poll(() => printer.jobs.length).toBe(1)
    await expect(statusBar(page)).not.toContainText('Kasir depan')
    expect(printer.jobs[0]?.length).toBeGreaterThan(1_000)

    await useDrawingPrinter(page)
    const detail = await openSale(page, number)
    await expect(printJobs(detail)).toContainText('Terkirim ke printer')
    await detail.getByRole('button', { name: 'Cetak ulang struk' }).click()
    await expect(printJobs(detail)).toHaveCount(2)
    await expect(printJobs(detail).first()).toContainText(/SALINAN.*Terkirim ke printer/u)
    await openScreen(page, 'Cetak')
    await expect(page.getByRole('img', { name: 'Struk tercetak 1', exact: true })).toBeVisible()
  } finally {
    await printer.close()
  }
})

test('a printer that breaks off midway: the till asks, and "no" prints a copy', async ({ page }) => {
  const printer = await ReceiptPrinter.listen({ breaksOffAfterBytes: 1 })
  try {
    await useNetworkPrinter(page, printer.port)
    const number = await sellForCash(page, [INDOMIE])
    await expect(statusBar(page)).toContainText('1 cetakan perlu jawaban')
    await scanItem(page, KALPA)

    await useDrawingPrinter(page)
    await openQueue(page)
    const asking = page.getByRole('region', { name: 'Apakah kertasnya keluar?' })
    await expect(asking.getByRole('group', { name: `Struk ${number}` })).toBeVisible()
    await asking.getByRole('button', { name: 'Tidak, cetak lagi' }).click()
    await expect(asking).toBeHidden()
    await expect(statusBar(page)).not.toContainText('perlu jawaban')
    await expect(page.getByRole('img', { name: 'Struk tercetak 1', exact: true })).toBeVisible()
    const detail = await openSale(page, number)
    await expect(printJobs(detail)).toHaveCount(2)
    await expect(printJobs(detail).first()).toContainText(/SALINAN.*Terkirim ke printer/u)
  } finally {
    await printer.close()
  }
})

test('without receipts by themselves a sale prints nothing until it is asked to', async ({ page }) => {
  await openScreen(page, 'Pengaturan')
  await clickChoice(page, 'switch', 'Struk tercetak sendiri setelah bayar')
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible()
  await openScreen(page, 'Jual')
  const number = await sellForCash(page, [INDOMIE])
  const detail = await openSale(page, number)
  await expect(detail).toContainText('Belum pernah dicetak.')
  await detail.getByRole('button', { name: 'Cetak struk' }).click()
  await expect(printJobs(detail)).toHaveCount(1)
  await expect(printJobs(detail)).toContainText('Terkirim ke printer')
  await expect(printJobs(detail)).not.toContainText('SALINAN')
})
