import type { Locator, Page } from '@playwright/test'
import { clickChoice, dialogNamed, openScreen } from './till-actions.ts'
import { expect } from './till-test.ts'

/** Opens the printers on the printing screen. */
export const openPrinters = async (page: Page): Promise<void> => {
  await openScreen(page, 'Cetak')
  await page.getByRole('tab', { name: 'Printer' }).click()
}

/** Opens the print queue. */
export const openQueue = async (page: Page): Promise<void> => {
  await openScreen(page, 'Cetak')
  await page.getByRole('tab', { name: /^Antrean/u }).click()
}

/** The card of a printer. */
export const printerCard = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** Chooses a value of a list by its label. */
export const choose = async (page: Page, scope: Locator, label: string, value: string): Promise<void> => {
  await scope.getByRole('button', { name: new RegExp(`${label}$`, 'u') }).click()
  await page.getByRole('option', { name: value, exact: true }).click()
}

/** Adds a printer at a port of this machine through the screen. */
export const addNetworkPrinter = async (
  page: Page,
  {
    name,
    port,
    language = 'TSPL',
    asksStatus = false,
  }: {
    readonly name: string
    readonly port: number
    readonly language?: 'ESC/POS' | 'TSPL'
    readonly asksStatus?: boolean
  },
): Promise<void> => {
  await openPrinters(page)
  await page.getByRole('button', { name: 'Tambah printer' }).first().click()
  const dialog = dialogNamed(page, 'Tambah printer')
  await dialog.getByRole('button', { name: 'Jaringan (TCP)' }).click()
  await dialog.getByRole('textbox', { name: 'Nama printer' }).fill(name)
  await dialog.getByRole('textbox', { name: 'Alamat printer' }).fill('127.0.0.1')
  await dialog.getByRole('textbox', { name: 'Port', exact: true }).fill(String(port))
  await clickChoice(dialog, 'radio', language)
  if (!asksStatus) await clickChoice(dialog, 'switch', 'Tanyakan status ke printer')
  await dialog.getByRole('button', { name: 'Tambahkan' }).click()
  await expect(dialog).toBeHidden()
  await expect(printerCard(page, name)).toBeVisible()
}

/** Sends a kind of document to a printer from now on. */
export const routeTo = async (page: Page, document: string, printer: string): Promise<void> => {
  await openPrinters(page)
  await choose(page, page.getByRole('region', { name: 'Dokumen ke printer' }), document, printer)
  await expect(page.getByText('Setelan printer tersimpan.').last()).toBeVisible()
}

/** Prints the test page of a printer by one press. */
export const printTestPage = async (page: Page, printer: string): Promise<void> => {
  await openPrinters(page)
  await page.getByRole('button', { name: `Halaman uji: ${printer}` }).click()
}
