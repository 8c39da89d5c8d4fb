import type { TillProcess } from '../fixtures/till-process.ts'
import { BENG_BENG, CHIKI_BALL, type GoodsItem, INDOMIE, KALPA, MIXAGRIP } from './goods.ts'
import {
  cutBothLines,
  expectExactOnPracticeScreen,
  expectHeldExactly,
  readHoldings,
  restoreBothLines,
  sendNow,
  setFault,
} from './practice-actions.ts'
import {
  expectWaiting,
  openScreen,
  payExactCash,
  rupiah,
  saleRow,
  scanItem,
  sellForCash,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, type Shop, test } from './till-test.ts'

/** A killed main leaves leases of 60 s and look-ups that believe an absence after 10 s. */
const AFTER_A_KILL_MS = 110_000
/** Started again this long after the kill, the leases are over. */
const LEASES_OVER_MS = 70_000

test('a browser killed right after "Lunas" loses nothing: the sale is there and arrives once', async ({ shop }) => {
  const killed = await shop.start()
  await cutBothLines(killed.page)
  await scanItem(killed.page, BENG_BENG)
  await scanItem(killed.page, KALPA)
  const number = await payExactCash(killed.page)
  await killed.killBrowser()

  // The lines are up again after a start: the sale may be on its way already, or wait for the lease of the killed run.
  const { page } = await shop.start()
  await openScreen(page, 'Penjualan')
  await expect(saleRow(page, number)).toContainText(rupiah(4_000))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await restoreBothLines(page)
  await sendNow(page)
  await waitUntilAllSent(page, AFTER_A_KILL_MS)
  await expectHeldExactly(page, [{ number, total: 4_000 }])
  await expectExactOnPracticeScreen(page)
})

const BASKETS: readonly (readonly GoodsItem[])[] = [
  [INDOMIE],
  [BENG_BENG, CHIKI_BALL],
  [KALPA, MIXAGRIP],
  [CHIKI_BALL],
  [INDOMIE, KALPA],
]

const heldRecords = async ({ page }: TillProcess): Promise<number> => {
  const { orders, invoices } = await readHoldings(page)
  return orders.length + invoices.length
}

/** Sells all baskets with the lines cut, then opens slow lines that lose answers, and kills everything once some of it has arrived. */
const sellAndKillInTheDrain = async (shop: Shop, killAtRecords: number) => {
  const till = await shop.start()
  await cutBothLines(till.page)
  const sales: { number: string; total: number }[] = []
  for (const basket of BASKETS) {
    const total = basket.reduce((sum, item) => sum + item.price, 0)
    sales.push({ number: await sellForCash(till.page, basket), total })
  }
  await expectWaiting(till.page, BASKETS.length)
  await restoreBothLines(till.page)
  for (const service of ['Forstok', 'Accurate'] as const) {
    await setFault(till.page, service, 'Perlambat (ms)', 600)
    await setFault(till.page, service, 'Jawaban hilang (%)', 40)
  }
  await sendNow(till.page)
  let atKill = 0
  await expect(async () => {
    atKill = await heldRecords(till)
    expect(atKill).toBeGreaterThanOrEqual(killAtRecords)
  }).toPass({ intervals: [30], timeout: 30_000 })
  await till.killAll()
  expect(atKill, 'the kill came in the middle of the drain').toBeLessThan(2 * BASKETS.length)
  return sales
}

for (const killAtRecords of [1, 6]) {
  test(`killed in the drain with ${String(killAtRecords)} records arrived: all arrives once after the start`, async ({
    shop,
  }) => {
    test.setTimeout(180_000)
    const sales = await sellAndKillInTheDrain(shop, killAtRecords)
    const { page } = await shop.startAt(Date.now() + LEASES_OVER_MS)
    await restoreBothLines(page)
    await sendNow(page)
    await waitUntilAllSent(page, AFTER_A_KILL_MS)
    await expectHeldExactly(page, sales)
    await expectExactOnPracticeScreen(page)
  })
}
