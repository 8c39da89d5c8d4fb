import type { Page } from '@playwright/test'
import { BENG_BENG, CHIKI_BALL, INDOMIE, KALPA } from './goods.ts'
import { expectHeldExactly, readHoldings } from './practice-actions.ts'
import {
  basketRows,
  clickChoice,
  dialogNamed,
  openPayment,
  openScreen,
  quantityField,
  readPaidNumber,
  rupiah,
  scan,
  scanItem,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

/** Types as a person does who looks for each key: no two of them come near a scanner's pace. */
const typeSlowly = (page: Page, text: string): Promise<void> => page.keyboard.type(text, { delay: 130 })

test('a whole sale over three tenders is made with the keyboard alone', async ({ page }) => {
  await page.keyboard.press('F3')
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeFocused()
  await typeSlowly(page, 'indomie ayam bawang')
  await expect(page.getByRole('list', { name: 'Hasil pencarian' }).getByRole('listitem').first()).toContainText(
    INDOMIE.name,
  )
  await page.keyboard.press('Enter')
  await expect(quantityField(page, INDOMIE)).toHaveValue('1')
  await page.keyboard.press('F4')
  await expect(basketRows(page).getByRole('button', { name: INDOMIE.name }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(quantityField(page, INDOMIE)).toBeFocused()
  await typeSlowly(page, '5')
  await page.keyboard.press('Enter')
  await expect(quantityField(page, INDOMIE)).toHaveValue('5')
  await page.keyboard.press('F7')
  await typeSlowly(page, 'titip')

  await page.keyboard.press('F9')
  const payment = dialogNamed(page, 'Pembayaran')
  const methods = payment.getByRole('radiogroup', { name: 'Cara bayar' })
  await page.keyboard.press('Alt+2')
  await expect(methods.getByRole('radio', { name: /^QRIS/u })).toBeChecked()
  await typeSlowly(page, '4000')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+3')
  await expect(methods.getByRole('radio', { name: /^Kartu/u })).toBeChecked()
  await typeSlowly(page, '6000')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+1')
  await typeSlowly(page, '10000')
  await page.keyboard.press('Enter')
  await expect(payment.getByRole('list', { name: 'Pembayaran tercatat' }).getByRole('listitem')).toHaveCount(3)
  await expect(payment.getByRole('button', { name: 'Selesaikan pembayaran' })).toBeFocused()
  await page.keyboard.press('Enter')
  const number = await readPaidNumber(page)
  await expect(dialogNamed(page, 'Lunas')).toContainText(rupiah(5_000))
  await expect(dialogNamed(page, 'Lunas').getByRole('button', { name: 'Penjualan baru' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Keranjang kosong')).toBeVisible()

  await waitUntilAllSent(page)
  await expectHeldExactly(page, [{ number, total: 15_000 }])
  const { invoices } = await readHoldings(page)
  expect(invoices[0]?.receipts.map((receipt) => receipt.amount).toSorted((a, b) => a - b)).toEqual([
    4_000, 5_000, 6_000,
  ])
})

test('a scan lands in the basket with the focus in the quantity, in the note and in the search', async ({ page }) => {
  await scanItem(page, BENG_BENG)
  await quantityField(page, BENG_BENG).fill('3')
  await quantityField(page, BENG_BENG).focus()
  await scanItem(page, KALPA)
  await expect(quantityField(page, BENG_BENG)).toHaveValue('3')

  const note = page.getByRole('textbox', { name: 'Catatan', exact: true })
  await note.fill('antar sore')
  await scanItem(page, CHIKI_BALL)
  await expect(note).toHaveValue('antar sore')

  const search = page.getByRole('searchbox', { name: 'Cari barang' })
  await search.fill('indo')
  await search.focus()
  await scanItem(page, BENG_BENG, 4)
  await expect(basketRows(page)).toHaveCount(3)
  await expect(quantityField(page, KALPA)).toHaveValue('1')
})

test('a scan during payment and after "Lunas" changes nothing and says so', async ({ page }) => {
  await scanItem(page, INDOMIE)
  const payment = await openPayment(page)
  await scan(page, KALPA.barcode)
  await expect(payment).toContainText(`Pindaian ${KALPA.barcode} diabaikan`)
  await expect(payment.getByRole('textbox', { name: 'Uang diterima' })).toHaveValue('')
  await expect(payment.getByRole('list', { name: 'Pembayaran tercatat' })).toHaveCount(0)
  await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
  await scan(page, KALPA.barcode)
  await expect(payment.getByRole('button', { name: 'Selesaikan pembayaran' })).toBeEnabled()
  await payment.getByRole('button', { name: 'Selesaikan pembayaran' }).click()
  const number = await readPaidNumber(page)
  await scan(page, KALPA.barcode)
  await expect(dialogNamed(page, 'Lunas')).toContainText(`Pindaian ${KALPA.barcode} diabaikan`)
  expect(await readPaidNumber(page)).toBe(number)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Keranjang kosong')).toBeVisible()
  await waitUntilAllSent(page)
  await expectHeldExactly(page, [{ number, total: 3_000 }])
})

test('an unknown code adds nothing and says so', async ({ page }) => {
  await scanItem(page, INDOMIE)
  await scan(page, '4006381333931')
  await expect(page.getByRole('alert')).toContainText('Kode 4006381333931 tidak dikenal')
  await expect(page.getByRole('alert')).toContainText('Tidak ada yang ditambahkan.')
  await expect(basketRows(page)).toHaveCount(1)
  await expect(quantityField(page, INDOMIE)).toHaveValue('1')
})

test('Enter in an empty search adds nothing; an arrow chooses first', async ({ page }) => {
  await page.keyboard.press('F3')
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toBeFocused()
  await typeSlowly(page, 'indomie ayam bawang')
  await page.keyboard.press('Enter')
  await expect(quantityField(page, INDOMIE)).toHaveValue('1')
  await expect(page.getByRole('searchbox', { name: 'Cari barang' })).toHaveValue('')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(basketRows(page)).toHaveCount(2)
})

test('Enter pressed twice on the way to "Lunas" makes one sale', async ({ page }) => {
  await scanItem(page, INDOMIE)
  const payment = await openPayment(page)
  await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
  await expect(payment.getByRole('button', { name: 'Selesaikan pembayaran' })).toBeFocused()
  await Promise.all(['Enter', 'Enter'].flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]))
  // The second Enter may already have begun the next sale; either way there is one.
  await expect(dialogNamed(page, 'Lunas').or(page.getByText('Keranjang kosong')).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openScreen(page, 'Penjualan')
  const sales = page.getByRole('table', { name: 'Daftar penjualan' }).getByRole('row').filter({ hasText: INDOMIE.name })
  await expect(sales).toHaveCount(1)
  const [number] = /K1-\d{6}-\d{4}/u.exec(await sales.innerText()) ?? []
  await expectHeldExactly(page, [{ number: number ?? '', total: 3_000 }])
})

test('a switch below the fold scrolls its own list and never the whole window', async ({ page }) => {
  await openScreen(page, 'Pengaturan')
  await page.getByRole('tab', { name: 'Aturan jual' }).click()
  await clickChoice(page, 'switch', 'Toko memungut PPN (PKP)')
  const blind = page.getByRole('switch', { name: 'Hitung buta' })
  await blind.focus()
  await page.keyboard.press('Space')
  await expect(blind).toBeChecked()
  expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0)
})
