import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TillProcess } from '../fixtures/till-process.ts'
import { BENG_BENG, CHIKI_BALL, INDOMIE, KALPA } from './goods.ts'
import {
  cutBothLines,
  expectExactOnPracticeScreen,
  expectHeldExactly,
  restoreBothLines,
  sendNow,
} from './practice-actions.ts'
import {
  dialogNamed,
  expectWaiting,
  openScreen,
  saleRow,
  sellForCash,
  statusBar,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

const databaseFolder = ({ runtime, profile }: TillProcess): string =>
  join(profile, 'practice', runtime === 'stand-in' ? 'chromium/Default/IndexedDB' : 'IndexedDB')

const sequenceOf = (number: string): number => Number(number.slice(-4))

test('a wiped IndexedDB is repaired from the journal: unsent sales come back, sent ones are not doubled', async ({
  shop,
}) => {
  test.setTimeout(180_000)
  const before = await shop.start()
  const sent = { number: await sellForCash(before.page, [INDOMIE]), total: 3_000 }
  await waitUntilAllSent(before.page)
  await cutBothLines(before.page)
  const unsent = [
    { number: await sellForCash(before.page, [BENG_BENG, CHIKI_BALL]), total: 3_000 },
    { number: await sellForCash(before.page, [KALPA]), total: 2_000 },
  ]
  await expectWaiting(before.page, 2)
  await before.close()
  expect(existsSync(databaseFolder(before)), 'the folder to delete is the right one').toBe(true)
  rmSync(databaseFolder(before), { recursive: true })

  const { page } = await shop.start()
  const recovery = dialogNamed(page, 'Pemulihan penjualan')
  const recovered = recovery.getByRole('list', { name: 'Penjualan yang dipulihkan' })
  for (const { number } of unsent) await expect(recovered).toContainText(number)
  await recovery.getByRole('button', { name: 'Mengerti' }).last().click()
  await expect(recovery).toBeHidden()

  const next = { number: await sellForCash(page, [INDOMIE]), total: 3_000 }
  expect(sequenceOf(next.number)).toBe(sequenceOf(unsent[1]?.number ?? '') + 1)

  await openScreen(page, 'Penjualan')
  for (const { number } of unsent) await expect(saleRow(page, number)).toContainText('Dipulihkan')
  await restoreBothLines(page)
  await sendNow(page)
  await waitUntilAllSent(page, 90_000)
  await expect(statusBar(page)).not.toContainText('perlu perhatian')
  await expectHeldExactly(page, [sent, ...unsent, next])
  await expectExactOnPracticeScreen(page)
})
