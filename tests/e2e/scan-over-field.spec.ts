import { BENG_BENG } from './goods.ts'
import { enterAndScan, openScreen, quantityField, scan, scanItem } from './till-actions.ts'
import { expect, test } from './till-test.ts'

test('an item scanned while its quantity has the focus counts in the basket, also after the field is left', async ({
  page,
}) => {
  await scanItem(page, BENG_BENG)
  await quantityField(page, BENG_BENG).click()
  await scan(page, BENG_BENG.barcode)
  await expect(quantityField(page, BENG_BENG)).toHaveValue('2')
  await page.getByRole('searchbox', { name: 'Cari barang' }).click()
  await expect(quantityField(page, BENG_BENG)).toHaveValue('2')
})

test('an item scanned over a quantity that was typed without Enter counts on top of it', async ({ page }) => {
  await scanItem(page, BENG_BENG)
  await quantityField(page, BENG_BENG).fill('12')
  await scan(page, BENG_BENG.barcode)
  await expect(quantityField(page, BENG_BENG)).toHaveValue('13')
  await page.getByRole('searchbox', { name: 'Cari barang' }).click()
  await expect(quantityField(page, BENG_BENG)).toHaveValue('13')
})

test('an item scanned while its count has the focus is counted, also after the field is left', async ({ page }) => {
  await openScreen(page, 'Stok')
  await page.getByRole('tab', { name: 'Hitung', exact: true }).click()
  const count = page.getByRole('tabpanel', { name: 'Hitung', exact: true })
  await count.getByRole('button', { name: 'Mulai hitung' }).click()
  await expect(count.getByRole('button', { name: 'Selesai hitung' })).toBeVisible({ timeout: 30_000 })
  await scan(page, BENG_BENG.barcode)
  const counted = quantityField(page, BENG_BENG)
  await expect(counted).toHaveValue('1')
  await counted.click()
  await scan(page, BENG_BENG.barcode)
  await expect(counted).toHaveValue('2')
  for (const figure of [85, 12, 40, 7, 63]) {
    await counted.fill(String(figure))
    await enterAndScan(page, BENG_BENG.barcode)
    await expect(counted).toHaveValue(String(figure + 1))
  }
  await count.getByRole('searchbox').click()
  await expect(counted).toHaveValue('64')
  await counted.fill('30')
  await scan(page, BENG_BENG.barcode)
  await expect(counted).toHaveValue('31')
  await count.getByRole('searchbox').click()
  await expect(counted).toHaveValue('31')
})
