import type { Locator, Page } from '@playwright/test'
import { ReceiptPrinter } from './receipt-printer.ts'
import { INDOMIE, KALPA } from './goods.ts'
import { clickChoice, openSale, openScreen, rupiah, scanItem, sellForCash, statusBar } from './till-actions.ts'
import { expect, test } from './till-test.ts'

const choosePrinter = async (page: Page, printer: Locator, transport: string): Promise<void> => {
  await printer.getByRole('button', { name: /Sambungan/u }).click()
  await page.getByRole('option', { name: transport }).click()
}

const savePrinters = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Simpan printer' }).click()
  await expect(page.getByText('Setelan printer tersimpan.').last()).toBeVisible()
}

/** Sets the receipt printer to an address on this machine. */
const useNetworkPrinter = async (page: Page, port: number): Promise<void> => {
  await openScreen(page, 'Cetak')
  const printer = page.getByRole('region', { name: 'Printer struk' })
  await choosePrinter(page, printer, 'Jaringan (TCP)')
  await printer.getByRole('textbox', { name: 'Alamat printer' }).fill('127.0.0.1')
  await printer.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await savePrinters(page)
  await openScreen(page, 'Jual')
}

const useDrawingPrinter = async (page: Page): Promise<void> => {
  await openScreen(page, 'Cetak')
  await choosePrinter(page, page.getByRole('region', { name: 'Printer struk' }), 'Printer latihan')
  await savePrinters(page)
}

const printJobs = (detail: Locator): Locator =>
  detail.getByRole('region', { name: 'Cetakan' }).getByRole('list').getByRole('listitem')

test('a printer that is not there fails visibly; the sale stands and the counter goes on', async ({ page }) => {
  await useNetworkPrinter(page, await ReceiptPrinter.findClosedPort())
  const number = await sellForCash(page, [INDOMIE])
  await scanItem(page, KALPA)
  await expect(statusBar(page)).toContainText('Strukgagal')
  const detail = await openSale(page, number)
  await expect(printJobs(detail)).toHaveCount(1)
  await expect(printJobs(detail)).toContainText('Gagal cetak')
  await expect(printJobs(detail)).toContainText('tidak dapat dihubungi')
  await expect(detail).toContainText(rupiah(3_000))
})

test('a printer that takes everything has printed; a reprint from the sales screen is a copy', async ({ page }) => {
  const printer = await ReceiptPrinter.listen()
  try {
    await useNetworkPrinter(page, printer.port)
    const number = await sellForCash(page, [INDOMIE])
    await expect(statusBar(page)).toContainText('Struksiap')
    expect(printer.jobs).toHaveLength(1)
    expect(printer.jobs[0]?.length).toBeGreaterThan(1_000)

    await useDrawingPrinter(page)
    const detail = await openSale(page, number)
    await expect(printJobs(detail)).toContainText('Tercetak')
    await detail.getByRole('button', { name: 'Cetak ulang struk' }).click()
    await expect(printJobs(detail)).toHaveCount(2)
    await expect(printJobs(detail).first()).toContainText(/SALINAN.*Tercetak/u)
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
    const asking = page.getByRole('region', { name: 'Apakah kertasnya keluar?' })
    await expect(asking.getByRole('group', { name: `Struk ${number}` })).toBeVisible()
    await asking.getByRole('button', { name: 'Tidak, cetak lagi' }).click()
    await expect(asking).toBeHidden()
    await expect(page.getByRole('img', { name: 'Struk tercetak 1', exact: true })).toBeVisible()
    const detail = await openSale(page, number)
    await expect(printJobs(detail)).toHaveCount(2)
    await expect(printJobs(detail).first()).toContainText(/SALINAN.*Tercetak/u)
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
  await expect(printJobs(detail)).toContainText('Tercetak')
  await expect(printJobs(detail)).not.toContainText('SALINAN')
})
