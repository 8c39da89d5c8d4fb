import ExcelJS from 'exceljs'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { INDOMIE, KALPA } from './goods.ts'
import { cutBothLines, expectHeldExactly, restoreBothLines, sendNow } from './practice-actions.ts'
import { dialogNamed, expectWaiting, sellForCash, waitUntilAllSent } from './till-actions.ts'
import { expect, test } from './till-test.ts'

test('closing while sales wait is held back with the reason; the export holds them, and they arrive later', async ({
  shop,
}) => {
  const till = await shop.start()
  await cutBothLines(till.page)
  const sales = [
    { number: await sellForCash(till.page, [INDOMIE]), total: 3_000 },
    { number: await sellForCash(till.page, [KALPA]), total: 2_000 },
  ]
  await expectWaiting(till.page, 2)

  await till.page.close({ runBeforeUnload: true })
  const held = dialogNamed(till.page, 'Masih ada penjualan yang belum terkirim')
  await expect(held).toContainText('2 penjualan belum sampai ke Forstok atau Accurate.')
  await held.getByRole('button', { name: 'Tetap di kasir' }).last().click()
  await expect(held).toBeHidden()

  await till.page.close({ runBeforeUnload: true })
  await held.getByRole('button', { name: 'Ekspor & keluar' }).click()
  await till.waitForEnd()

  const folder = join(shop.profile, 'practice/exports')
  const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
  expect(workbooks).toHaveLength(1)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(folder, workbooks[0] ?? ''))
  const cells = workbook.worksheets.flatMap((sheet) =>
    sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : [])),
  )
  for (const { number } of sales) expect(cells).toContain(number)

  const { page } = await shop.start()
  await restoreBothLines(page)
  await sendNow(page)
  await waitUntilAllSent(page)
  await expectHeldExactly(page, sales)
})
