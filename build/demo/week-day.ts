import type { Page } from 'playwright-core'
import { DENOMINATIONS, type CashCount } from '../../shared/domain/shift.ts'
import type { Item } from '../../shared/domain/item.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { NO_FAULTS, type PracticeFaults } from '../../shared/ipc/practice.ts'
import { tillCommands, type TillCommands } from '../../tests/fixtures/till-commands.ts'
import { bringBack, fillBasket, payFor, pick, type Random } from './week-basket.ts'

/** What a day does beside selling. */
export type DayPlan = {
  readonly saleCount: number
  readonly returnCount: number
  /** Sales, from the n-th to before the m-th, during which both lines are cut. */
  readonly outage: readonly [from: number, to: number] | null
  /** The sale after which the power goes. */
  readonly crashAfter: number | null
  readonly hasExchange: boolean
  readonly hasVoid: boolean
}

/** What a day came to. */
export type DayEnd = {
  readonly report: ShiftReport
  readonly returns: number
  readonly exchanges: number
  readonly voids: number
}

const LOST_ANSWER_SHARE = 0.08
const OPENING: CashCount = [{ denomination: 100_000, count: 5 }]

const faults = (isCut: boolean): PracticeFaults => ({
  forstok: { ...NO_FAULTS, isCut, loseAnswerShare: LOST_ANSWER_SHARE },
  accurate: { ...NO_FAULTS, isCut, loseAnswerShare: LOST_ANSWER_SHARE },
})

/** Sets what the lines to both services suffer from. */
export const setFaults = (page: Page, wanted: PracticeFaults): Promise<null> =>
  page.evaluate((next) => window.konter.setPracticeFaults({ faults: next }), wanted)

/** The notes and coins of an amount; what is below the smallest coin is left out. */
export const countOf = (amount: number): CashCount => {
  let left = amount
  return DENOMINATIONS.map((denomination) => {
    const count = Math.max(0, Math.floor(left / denomination))
    left -= count * denomination
    return { denomination, count }
  })
}

const sellOnce = async (till: TillCommands, page: Page, items: readonly Item[], random: Random): Promise<Sale> => {
  const { selling, utcOffsetMinutes } = await till.readSettings()
  const basket = fillBasket(await till.openBasket(), items, random)
  const atMs = await page.evaluate(() => Date.now())
  return (await till.pay(basket, payFor(basket, selling, null, atMs, utcOffsetMinutes, random))).sale
}

/** Brings something of an earlier sale back, in an exchange against new goods; null when nothing of it is left. */
const returnOnce = async (
  till: TillCommands,
  page: Page,
  earlier: Sale,
  items: readonly Item[] | null,
  random: Random,
): Promise<Sale | null> => {
  const { selling, utcOffsetMinutes } = await till.readSettings()
  const history = await till.readHistory(earlier.id)
  const opened = await till.openBasket()
  const filled =
    items === null ? opened : { ...fillBasket(opened, items, random), kind: 'walk-in' as const, delivery: null }
  const basket = bringBack(filled, history, items === null && random() < 0.4, random)
  if (basket === null) return null
  const atMs = await page.evaluate(() => Date.now())
  return (await till.pay(basket, payFor(basket, selling, history, atMs, utcOffsetMinutes, random))).sale
}

/** Confirms every QRIS payment that nobody had seen arrive. */
const confirmAll = async (till: TillCommands, sales: readonly Sale[]): Promise<void> => {
  for (const sale of sales)
    for (const [index, tender] of sale.tenders.entries())
      if (!tender.isConfirmed) await till.confirmTender(sale.id, index)
}

/**
 * One day at the till, from counting the opening cash to the Z report. `restart` is the power cut: it ends the till without
 * a word and gives the page of the next start. `page` is the window of now.
 */
export const runDay = async (
  plan: DayPlan,
  firstPage: Page,
  restart: () => Promise<Page>,
  items: readonly Item[],
  earlier: readonly Sale[],
  random: Random,
): Promise<DayEnd> => {
  let page = firstPage
  let till = tillCommands(page)
  await setFaults(page, faults(false))
  await till.openShift(OPENING)
  const sold: Sale[] = []
  let returns = 0
  let exchanges = 0
  let voids = 0
  let returnsLeft = earlier.length === 0 ? 0 : plan.returnCount
  for (let index = 0; index < plan.saleCount; index += 1) {
    if (index === plan.outage?.[0]) await setFaults(page, faults(true))
    if (index === plan.outage?.[1]) await setFaults(page, faults(false))
    sold.push(await sellOnce(till, page, items, random))
    const old = earlier[pick(random, earlier.length)]
    if (old !== undefined && returnsLeft > 0) {
      const isExchange = plan.hasExchange && exchanges === 0
      const returned = await returnOnce(till, page, old, isExchange ? items : null, random)
      if (returned !== null) {
        returnsLeft -= 1
        if (isExchange) exchanges += 1
        else returns += 1
      }
    }
    // Nothing of it can have been tried while both lines are known to be down.
    const isLateInOutage = plan.outage !== null && index === plan.outage[1] - 1
    if (plan.hasVoid && voids === 0 && isLateInOutage) {
      const wrong = await sellOnce(till, page, items, random)
      const approval = { by: 'Sari', atMs: await page.evaluate(() => Date.now()), reason: 'Salah input' }
      const refusal = await till.voidSale(wrong.id, approval)
      if (refusal === null) voids += 1
      else console.log(`  ${wrong.number} was not voided: ${refusal}`)
    }
    if (index === plan.crashAfter) {
      page = await restart()
      till = tillCommands(page)
      await setFaults(page, faults(false))
    }
  }
  await confirmAll(till, sold)
  const { expectedCash } = await till.readShiftReport()
  return { report: await till.closeShift(countOf(expectedCash)), returns, exchanges, voids }
}
