import { INDOMIE } from './goods.ts'
import { readShownCodes } from './printed-codes.ts'
import {
  beginNextSale,
  clickChoice,
  dialogNamed,
  openPayment,
  openSale,
  openScreen,
  quantityField,
  readPaidNumber,
  rupiah,
  scanItem,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

/** A made-up merchant's static code, and the same with 12.800 rupiah as another program (Python's binascii.crc_hqx) signs it. */
const STATIC =
  '00020101021126630016ID.CO.CONTOH.WWW0118936009990000000001021000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204541153033605802ID5911TOKO CONTOH6007BANDUNG61054011162070703A016304A1E6'
const WITH_12800 =
  '00020101021226630016ID.CO.CONTOH.WWW0118936009990000000001021000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204541153033605405128005802ID5911TOKO CONTOH6007BANDUNG61054011162070703A0163042958'

test("the shop's own QRIS code shows the amount, is recorded unconfirmed, and is confirmed later", async ({ page }) => {
  await openScreen(page, 'Pengaturan')
  await page.getByRole('tab', { name: 'Aturan jual' }).click()
  const payload = page.getByRole('textbox', { name: 'Isi kode QRIS statis' })
  await payload.fill(STATIC.replace('A1E6', 'A1E7'))
  await expect(page.getByText('Ini bukan kode QRIS statis yang utuh.').first()).toBeVisible()
  await payload.fill(STATIC)
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible()

  await openScreen(page, 'Jual')
  await scanItem(page, INDOMIE)
  await quantityField(page, INDOMIE).fill('5')
  await quantityField(page, INDOMIE).press('Enter')
  const payment = await openPayment(page)
  await clickChoice(payment, 'radio', /^QRIS/u)
  await payment.getByRole('textbox', { name: 'Jumlah' }).fill('12800')
  const shown = payment.getByRole('img', { name: 'Kode QRIS untuk dipindai pembeli' })
  await expect(payment).toContainText('TOKO CONTOH')
  expect(await readShownCodes(shown)).toEqual([WITH_12800])
  await payment.getByRole('button', { name: /^Belum dikonfirmasi/u }).click()
  await clickChoice(payment, 'radio', /^Tunai/u)
  await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
  await payment.getByRole('button', { name: 'Selesaikan pembayaran' }).click()
  const number = await readPaidNumber(page)
  await expect(dialogNamed(page, 'Lunas')).toContainText(/QRIS Rp\s?12\.800 belum dikonfirmasi/u)
  await beginNextSale(page)

  const detail = await openSale(page, number)
  await expect(detail).toContainText('belum dikonfirmasi')
  await detail.getByRole('button', { name: 'Sudah masuk' }).click()
  await expect(page.getByText('Pembayaran dicatat sudah masuk.')).toBeVisible()
  await expect(detail).not.toContainText('belum dikonfirmasi')
  await expect(detail).toContainText('dikonfirmasi')
  await expect(detail).toContainText(rupiah(12_800))
})
