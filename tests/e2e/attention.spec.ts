import type { Page } from '@playwright/test'
import { BENG_BENG, type GoodsItem, INDOMIE, KALPA } from './goods.ts'
import {
  clickFault,
  expectExactOnPracticeScreen,
  expectHeldExactly,
  readHoldings,
  restoreBothLines,
  setFault,
} from './practice-actions.ts'
import {
  dialogNamed,
  expectWaiting,
  openSale,
  openScreen,
  saleRow,
  scanItem,
  sellForCash,
  statusBar,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

const UNKNOWN: GoodsItem = { sku: 'ASING-0001', barcode: '4006381333931', name: 'Barang Asing', price: 9_000 }

const importUnknownItem = async (page: Page): Promise<void> => {
  await openScreen(page, 'Katalog')
  const csv = `sku,barcode,name,price\n${UNKNOWN.sku},${UNKNOWN.barcode},${UNKNOWN.name},${String(UNKNOWN.price)}\n`
  await page
    .getByLabel('Berkas katalog')
    .setInputFiles({ name: 'asing.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await dialogNamed(page, 'Periksa sebelum mengimpor').getByRole('button', { name: 'Impor 1 barang' }).click()
  await expect(page.getByText('1 barang diimpor.')).toBeVisible()
  await openScreen(page, 'Jual')
}

test('a sale that a service refuses needs attention, with its words and a remedy; other sales pass', async ({
  page,
}) => {
  await importUnknownItem(page)
  const refused = await sellForCash(page, [UNKNOWN])
  const passed = { number: await sellForCash(page, [BENG_BENG]), total: 2_000 }
  await expect(statusBar(page)).toContainText('2 perlu perhatian')
  await expect.poll(async () => (await readHoldings(page)).orders.length).toBe(1)
  await expect.poll(async () => (await readHoldings(page)).invoices.length).toBe(1)

  const detail = await openSale(page, refused)
  for (const step of ['Forstok: Pesanan', 'Accurate: Faktur']) {
    const row = detail.getByRole('listitem', { name: step })
    await expect(row).toContainText('Perlu perhatian')
    await expect(row).toContainText('Kata server')
    await expect(row).toContainText(UNKNOWN.sku)
    await expect(row).toContainText('Yang perlu dilakukan')
  }
  await expect(saleRow(page, passed.number)).toContainText(/Forstok Terkirim.*Accurate Terkirim/u)

  for (const step of ['Forstok: Pesanan', 'Accurate: Faktur']) {
    const row = detail.getByRole('listitem', { name: step })
    await row.getByRole('button', { name: 'Tutup dengan alasan' }).click()
    const closing = page.getByRole('dialog', { name: /^Tutup langkah/u })
    await closing.getByRole('button', { name: 'Tutup langkah' }).click()
    await expect(closing).toContainText('Alasan wajib diisi.')
    await closing.getByRole('textbox', { name: 'Alasan' }).fill('Dicatat sendiri di layanan')
    await closing.getByRole('button', { name: 'Tutup langkah' }).click()
    await expect(row).toContainText('Alasan: Dicatat sendiri di layanan')
  }
  await waitUntilAllSent(page)
  await expect(statusBar(page)).not.toContainText('perlu perhatian')
  await expectHeldExactly(page, [passed])
})

test('refused credentials keep the sales queued and are said as such; afterwards they arrive once', async ({
  page,
}) => {
  await openScreen(page, 'Latihan')
  for (const service of ['Forstok', 'Accurate'] as const) await clickFault(page, service, 'Tolak kredensial (401)')
  await openScreen(page, 'Jual')
  const number = await sellForCash(page, [INDOMIE])
  for (const service of ['Forstok', 'Accurate']) {
    await expect(
      statusBar(page).getByRole('button', { name: new RegExp(`^${service} ditolak sejak`, 'u') }),
    ).toBeVisible()
  }
  await expectWaiting(page, 1)
  await expect(statusBar(page)).not.toContainText('perlu perhatian')
  await restoreBothLines(page)
  await statusBar(page)
    .getByRole('button', { name: /^Forstok/u })
    .click()
  await page.getByRole('button', { name: 'Coba sekarang' }).click()
  await page.keyboard.press('Escape')
  await waitUntilAllSent(page, 70_000)
  await expectHeldExactly(page, [{ number, total: 3_000 }])
})

const DISTURBANCES = [
  ['Gagal 503 berikutnya', 4],
  ['Tolak 429 berikutnya', 3],
  ['Jawab dua kali berikutnya', 6],
  ['Jawaban hilang (kali)', 2],
] as const

for (const [label, count] of DISTURBANCES) {
  test(`"${label}" = ${String(count)} at both services: each sale still arrives once`, async ({ page }) => {
    await openScreen(page, 'Latihan')
    for (const service of ['Forstok', 'Accurate'] as const) await setFault(page, service, label, count)
    await openScreen(page, 'Jual')
    await scanItem(page, KALPA)
    const sales = [
      { number: await sellForCash(page, [BENG_BENG]), total: 4_000 },
      { number: await sellForCash(page, [INDOMIE]), total: 3_000 },
    ]
    await waitUntilAllSent(page, 90_000)
    await openScreen(page, 'Latihan')
    await expect(page.getByRole('switch', { name: 'Putus jaringan Forstok' })).toBeVisible()
    await expectHeldExactly(page, sales)
    await expectExactOnPracticeScreen(page)
  })
}
