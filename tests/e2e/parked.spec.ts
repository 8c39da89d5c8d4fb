import { CHIKI_BALL, INDOMIE, KALPA } from './goods.ts'
import { expectHeldExactly } from './practice-actions.ts'
import {
  basketRows,
  beginNextSale,
  dialogNamed,
  openSale,
  payExactCash,
  quantityField,
  scanItem,
  sellForCash,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

test('a basket that was put aside lasts over a sale and a restart, and is paid as it was', async ({ shop }) => {
  const before = await shop.start()
  await scanItem(before.page, INDOMIE)
  await scanItem(before.page, INDOMIE, 2)
  await scanItem(before.page, KALPA)
  await before.page.getByRole('textbox', { name: 'Catatan', exact: true }).fill('Bu Sri, ambil dompet')
  await before.page.keyboard.press('F5')
  await expect(before.page.getByText('Keranjang ditunda.')).toBeVisible()
  await expect(before.page.getByText('Keranjang kosong')).toBeVisible()
  const between = { number: await sellForCash(before.page, [CHIKI_BALL]), total: 1_000 }
  await waitUntilAllSent(before.page)
  await before.close()

  const { page } = await shop.start()
  await page.getByRole('button', { name: 'Lihat 1 keranjang tertunda' }).click()
  const parked = dialogNamed(page, 'Keranjang tertunda')
  await expect(parked).toContainText('Bu Sri, ambil dompet')
  await parked.getByRole('button', { name: new RegExp(INDOMIE.name, 'u') }).click()
  await expect(parked).toBeHidden()
  await expect(basketRows(page)).toHaveCount(2)
  await expect(quantityField(page, INDOMIE)).toHaveValue('2')
  await expect(quantityField(page, KALPA)).toHaveValue('1')
  const resumed = { number: await payExactCash(page), total: 8_000 }
  await beginNextSale(page)
  await expect(page.getByRole('button', { name: /keranjang tertunda/u })).toHaveCount(0)
  await expect(await openSale(page, resumed.number)).toContainText('Bu Sri, ambil dompet')
  await waitUntilAllSent(page)
  await expectHeldExactly(page, [between, resumed])
})
