import type { Locator, Page } from '@playwright/test'
import { INDOMIE } from './goods.ts'
import {
  beginNextSale,
  clickChoice,
  dialogNamed,
  openSale,
  openScreen,
  payExactCash,
  quantityField,
  rupiah,
  scanItem,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

const SUPERVISOR = { name: 'Bu Ratna', pin: '482915' }

const refuseBelowStock = async (page: Page): Promise<void> => {
  await openScreen(page, 'Pengaturan')
  await page.getByRole('tab', { name: 'Aturan jual' }).click()
  await clickChoice(page, 'radio', /^Tolak/u)
  await page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  await expect(page.getByText('Pengaturan tersimpan.')).toBeVisible()
}

const addSupervisor = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Kasir & pengawas' }).click()
  await page.getByRole('button', { name: 'Tambah orang' }).click()
  const person = dialogNamed(page, 'Tambah orang')
  await person.getByRole('textbox', { name: 'Nama' }).fill(SUPERVISOR.name)
  await clickChoice(person, 'radio', 'Pengawas')
  await person.getByLabel(/^PIN baru/u).fill(SUPERVISOR.pin)
  await person.getByRole('button', { name: 'Simpan orang' }).click()
  await expect(person).toBeHidden()
  await expect(page.getByRole('list', { name: 'Kasir & pengawas' })).toContainText(/Bu Ratna.*Pengawas.*ber-PIN/u)
}

const allow = async (question: Locator, pin: string, reason: string): Promise<void> => {
  await question.getByLabel('PIN pengawas').fill(pin)
  await question.getByRole('textbox', { name: 'Alasan' }).fill(reason)
  await question.getByRole('button', { name: 'Setujui' }).click()
}

test("another price and more than there is need a supervisor's PIN, and the sale tells who allowed it", async ({
  page,
}) => {
  await refuseBelowStock(page)
  await addSupervisor(page)
  await openScreen(page, 'Jual')
  await scanItem(page, INDOMIE)

  await page.getByRole('button', { name: `Ubah harga ${INDOMIE.name}` }).click()
  const price = dialogNamed(page, `Ubah harga ${INDOMIE.name}`)
  await price.getByRole('textbox', { name: 'Harga satuan' }).fill('2500')
  await price.getByRole('button', { name: /^Pakai harga ini/u }).click()
  const question = page.getByRole('dialog', { name: new RegExp(`^Jual ${INDOMIE.name} seharga`, 'u') })
  await allow(question, '000000', 'Pelanggan tetap')
  await expect(question).toContainText('PIN tidak cocok dengan pengawas mana pun.')
  await expect(quantityField(page, INDOMIE)).toHaveValue('1')
  await allow(question, SUPERVISOR.pin, 'Pelanggan tetap')
  await expect(question).toBeHidden()
  const basket = page.getByRole('region', { name: 'Keranjang' })
  await expect(basket).toContainText('Harga diubah')
  await expect(basket).toContainText(rupiah(2_500))

  // The practice catalogue begins with 79 of it.
  await quantityField(page, INDOMIE).fill('80')
  await quantityField(page, INDOMIE).press('Enter')
  await expect(page.getByText(`Stok ${INDOMIE.name} tinggal 79`)).toBeVisible()
  await expect(quantityField(page, INDOMIE)).toHaveValue('79')
  await page.getByRole('button', { name: 'Minta izin' }).click()
  await allow(dialogNamed(page, 'Jual melebihi stok?'), SUPERVISOR.pin, 'Barang ada di rak')
  await expect(quantityField(page, INDOMIE)).toHaveValue('80')

  const number = await payExactCash(page)
  await beginNextSale(page)
  const detail = await openSale(page, number)
  await expect(detail).toContainText(`Harga diubah oleh ${SUPERVISOR.name}: Pelanggan tetap`)
  await expect(detail).toContainText(`Dijual melebihi stok atas izin ${SUPERVISOR.name}: Barang ada di rak`)
  await expect(detail).toContainText(rupiah(200_000))
})
