import type { Locator, Page } from '@playwright/test'
import { expect } from './till-test.ts'
import type { GoodsItem } from './goods.ts'

type ScreenName = 'Jual' | 'Penjualan' | 'Shift' | 'Katalog' | 'Stok' | 'Cetak' | 'Latihan' | 'Pengaturan'

/** The status bar at the foot of every screen. */
export const statusBar = (page: Page): Locator => page.getByRole('region', { name: 'Status', exact: true })

/** The dialog of this title; questions that interrupt are found too. */
export const dialogNamed = (page: Page, title: string): Locator =>
  page.getByRole('dialog', { name: title }).or(page.getByRole('alertdialog', { name: title }))

/** The field that holds how many of an item the basket has. */
export const quantityField = (page: Page, { name }: Pick<GoodsItem, 'name'>): Locator =>
  page.getByRole('textbox', { name: `Jumlah ${name}`, exact: true })

/** The rows of the basket. */
export const basketRows = (page: Page): Locator =>
  page.getByRole('list', { name: 'Isi keranjang' }).getByRole('listitem')

/** Clicks a radio or a switch where a person does: on its words, which lie over the control itself. */
export const clickChoice = async (scope: Page | Locator, role: 'radio' | 'switch', name: string | RegExp) => {
  const page = 'page' in scope ? scope.page() : scope
  await scope
    .locator('label')
    .filter({ has: page.getByRole(role, { name }) })
    .click()
}

/** Opens a screen by the rail at the side. */
export const openScreen = (page: Page, screen: ScreenName): Promise<void> =>
  page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: screen, exact: true }).click()

const SCANNER_GAP_MS = 5

/** A key of the keyboard by its code and its number, for the characters that barcodes are made of. */
const keyOf = (character: string): { readonly code: string; readonly windowsVirtualKeyCode: number } => {
  if (character === 'Enter') return { code: 'Enter', windowsVirtualKeyCode: 13 }
  if (character === '-') return { code: 'Minus', windowsVirtualKeyCode: 189 }
  const capital = character.toUpperCase()
  const code = /^\d$/u.test(character) ? `Digit${character}` : `Key${capital}`
  return { code, windowsVirtualKeyCode: capital.charCodeAt(0) }
}

/**
 * Sends the keys of a scanner, with Enter at the end, as a keyboard wedge does. Each key carries the time at which the
 * device made it, as the system's own events do: how fast this test gets to send them must not matter.
 */
export const scan = (page: Page, code: string): Promise<void> => sendScan(page, [...code.split(''), 'Enter'])

/** Presses Enter and scans right upon it, before the page can have done with the Enter. */
export const enterAndScan = (page: Page, code: string): Promise<void> =>
  sendScan(page, ['Enter', ...code.split(''), 'Enter'])

const sendScan = async (page: Page, scanned: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const beganMs = Date.now()
  const keys = scanned.flatMap((key, place) => {
    const press = { key, ...keyOf(key), timestamp: (beganMs + place * SCANNER_GAP_MS) / 1_000 }
    const text = key === 'Enter' ? '\r' : key
    return [{ ...press, type: 'keyDown', text } as const, { ...press, type: 'keyUp' } as const]
  })
  await Promise.all(keys.map((key) => session.send('Input.dispatchKeyEvent', key)))
  await session.detach()
}

/** Scans an item and waits until the basket holds `quantity` of it. */
export const scanItem = async (page: Page, item: GoodsItem, quantity = 1): Promise<void> => {
  await scan(page, item.barcode)
  await expect(quantityField(page, item)).toHaveValue(String(quantity))
}

/** Finds an item by words in the search box, adds the first match by Enter, and waits until the basket holds it. */
export const addBySearch = async (page: Page, words: string, item: GoodsItem): Promise<void> => {
  const search = page.getByRole('searchbox', { name: 'Cari barang' })
  await search.fill(words)
  const results = page.getByRole('list', { name: 'Hasil pencarian' })
  await expect(results.getByRole('listitem').first()).toContainText(item.name)
  await search.press('Enter')
  await expect(quantityField(page, item)).toHaveValue('1')
}

/** Opens the payment of the basket. */
export const openPayment = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: 'Bayar', exact: true }).click()
  const payment = dialogNamed(page, 'Pembayaran')
  await expect(payment).toBeVisible()
  return payment
}

/** What the dialog after payment is called: of a sale, of an exchange. */
type PaidTitle = 'Lunas' | 'Penukaran selesai'

/** The number of the sale in the dialog that says it is paid. */
export const readPaidNumber = async (page: Page, title: PaidTitle = 'Lunas'): Promise<string> => {
  const paid = dialogNamed(page, title)
  await expect(paid).toBeVisible()
  const [number] = /K1-\d{6}-\d{4}/u.exec(await paid.innerText()) ?? []
  expect(number, 'the dialog shows the number of the sale').toBeDefined()
  return number ?? ''
}

/** Pays the basket with the exact cash and gives the sale's number, with "Lunas" still on the screen. */
export const payExactCash = async (page: Page, title: PaidTitle = 'Lunas'): Promise<string> => {
  const payment = await openPayment(page)
  await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
  await payment.getByRole('button', { name: 'Selesaikan pembayaran' }).click()
  return readPaidNumber(page, title)
}

/** An amount as the till writes it, e.g. `Rp 5.000`. */
export const rupiah = (amount: number): RegExp =>
  new RegExp(`Rp\\s?${String(amount).replaceAll(/\B(?=(?:\d{3})+$)/gu, '\\.')}`, 'u')

/** Leaves the dialog after payment for the next sale. */
export const beginNextSale = async (page: Page, title: PaidTitle = 'Lunas'): Promise<void> => {
  await dialogNamed(page, title).getByRole('button', { name: 'Penjualan baru' }).click()
  await expect(page.getByText('Keranjang kosong')).toBeVisible()
}

/** Sells the items, scanned, for exact cash; gives the sale's number. */
export const sellForCash = async (page: Page, items: readonly GoodsItem[]): Promise<string> => {
  for (const item of items) await scanItem(page, item)
  const number = await payExactCash(page)
  await beginNextSale(page)
  return number
}

/** What the delivery dialog asks for. */
const ADDRESS: Readonly<Record<string, string>> = {
  Penerima: 'Siti Rahmawati',
  Telepon: '0812 3456 7890',
  Alamat: 'Jl. Melati No. 12 RT 03/RW 05',
  'Kelurahan / Desa': 'Cipete Selatan',
  Kecamatan: 'Cilandak',
  'Kota / Kabupaten': 'Jakarta Selatan',
  Provinsi: 'DKI Jakarta',
  'Kode pos': '12410',
  Kurir: 'JNE',
}

/** Makes the basket a delivery to {@link ADDRESS} with this waybill. */
export const makeDelivery = async (page: Page, awb: string): Promise<void> => {
  await clickChoice(page, 'radio', /^Kirim/u)
  const dialog = dialogNamed(page, 'Alamat kirim')
  for (const [label, text] of Object.entries({ ...ADDRESS, 'Nomor resi': awb })) {
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(text)
  }
  await dialog.getByRole('button', { name: 'Pakai alamat ini' }).click()
  await expect(dialog).toBeHidden()
}

/** Waits until the status bar says that this many sales wait. */
export const expectWaiting = (page: Page, sales: number): Promise<void> =>
  expect(statusBar(page)).toContainText(sales === 0 ? 'Semua terkirim' : `${String(sales)} menunggu kirim`)

/** Longer than the status bar takes to hear of a sale: right after one it may still speak of the time before. */
const STATUS_PAUSE_MS = 700

/** Waits until every sale has reached both services; after a kill that takes a lease and a look-up. */
export const waitUntilAllSent = async (page: Page, timeoutMs = 30_000): Promise<void> => {
  await page.waitForTimeout(STATUS_PAUSE_MS)
  await expect(statusBar(page)).toContainText('Semua terkirim', { timeout: timeoutMs })
}

/** The row of a sale on the sales screen. */
export const saleRow = (page: Page, number: string): Locator =>
  page.getByRole('table', { name: 'Daftar penjualan' }).getByRole('row').filter({ hasText: number })

/** Opens a sale's detail on the sales screen. */
export const openSale = async (page: Page, number: string): Promise<Locator> => {
  await openScreen(page, 'Penjualan')
  await saleRow(page, number).click()
  const detail = page.getByRole('region', { name: `Rincian penjualan ${number}` })
  await expect(detail).toBeVisible()
  return detail
}
