import type { Page } from 'playwright-core'
import { formatRupiah, rupiah } from '../../shared/domain/money.ts'
import type { Item } from '../../shared/domain/item.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { FOLLOW_UP } from '../../shared/domain/steps-for.ts'
import type { Step } from '../../shared/domain/step.ts'
import { NO_FAULTS, type PracticeHoldings } from '../../shared/ipc/practice.ts'
import { tillCommands, type TillCommands } from '../../tests/fixtures/till-commands.ts'
import { makeProfile, removeProfile, type TillProcess } from '../../tests/fixtures/till-process.ts'
import { waitUntil } from '../../tests/fixtures/wait-until.ts'
import { seededRandom } from './cut-into-sales.ts'
import { reconcile } from './reconcile.ts'
import { restockAtForstok } from './restock-at-forstok.ts'
import { startTillAt } from '../../tests/fixtures/start-till-at.ts'
import { pick, type Random } from './week-basket.ts'
import { type DayEnd, type DayPlan, runDay, setFaults } from './week-day.ts'
import { restockedBySku, stockDifferences } from './week-stock.ts'

const SEED = 20_261_116
const DAY_MS = 86_400_000
/** Monday 16 November 2026, 09:00 WIB. */
const FIRST_MORNING_MS = Date.UTC(2026, 10, 16, 2)
/** From the third day on the shop charges PPN, with prices that include it. */
const FIRST_TAXED_DAY = 2
const SALES_A_DAY = 14
/** As much of each part of a bundle as the week's bundles need. */
const PARTS_OF_A_WEEK = 60
const QUIET = { forstok: NO_FAULTS, accurate: NO_FAULTS }

const planOf = (day: number, random: Random): DayPlan => ({
  saleCount: SALES_A_DAY,
  returnCount: day === 0 ? 0 : 2 + pick(random, 3),
  outage: day % 2 === 1 ? [4, 10] : null,
  crashAfter: day === 2 || day === 5 ? 7 : null,
  hasExchange: day > 0,
  hasVoid: day % 2 === 1,
})

const readHoldings = (page: Page): Promise<PracticeHoldings> =>
  page.evaluate(() => window.konter.readPracticeHoldings({}))

const stockOf = (holdings: PracticeHoldings) => new Map(holdings.stock.map((row) => [row.sku, row]))

/** What the week's buyers take: what there is plenty of, all weighed goods and all bundles. */
const chooseItems = async (till: TillCommands, holdings: PracticeHoldings): Promise<readonly Item[]> => {
  const plenty = holdings.stock.filter((row) => row.available >= 60).slice(0, 40)
  const special = holdings.stock.filter((row) => /^(CURA|PAKE)-/.test(row.sku))
  const skus = [...new Set([...plenty, ...special].map((row) => row.sku))]
  const stock = stockOf(holdings)
  // Forstok's call takes no figure below 0, so what the person restocks at the end must not have run out.
  const isPlentiful = (sku: string): boolean => (stock.get(sku)?.available ?? 0) >= PARTS_OF_A_WEEK
  return (await till.readItems(skus))
    .map((row) => row.item)
    .filter((item) => item.components.every((part) => isPlentiful(part.sku)))
}

const isOpen = (step: Step): boolean => step.state !== 'sent' && step.state !== 'closed'
const isTask = (step: Step): boolean => step.state === 'attention' && step.attention?.code === FOLLOW_UP

const waitUntilSent = async (till: TillCommands): Promise<void> => {
  await till.tryNow()
  await waitUntil(
    'all but the tasks for a person is sent',
    async () => {
      const open = (await till.readSteps()).filter((step) => isOpen(step) && !isTask(step))
      const stuck = open.find((step) => step.state === 'attention')
      if (stuck !== undefined) throw new Error(`${stuck.saleNumber} ${stuck.kind}: ${stuck.attention?.message ?? ''}`)
      return open.length === 0
    },
    { timeoutMs: 300_000 },
  )
}

const shiftDifferences = (reports: readonly ShiftReport[], sales: readonly Sale[]): readonly string[] => {
  const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
  const pairs: readonly (readonly [string, number, number])[] = [
    ['totals', sumOf(reports.map((report) => report.total)), sumOf(sales.map((sale) => sale.total))],
    ['roundings', sumOf(reports.map((report) => report.rounding)), sumOf(sales.map((sale) => sale.rounding))],
    ['taxes', sumOf(reports.map((report) => report.tax)), sumOf(sales.map((sale) => sale.tax?.amount ?? 0))],
    [
      'tenders',
      sumOf(reports.flatMap((report) => report.byTender.map((row) => row.received + row.refunded))),
      sumOf(sales.flatMap((sale) => sale.tenders.map((tender) => tender.applied))),
    ],
  ]
  return pairs.flatMap(([what, shifts, till]) => (shifts === till ? [] : [`${what}: shifts ${shifts}, sales ${till}`]))
}

/**
 * A seeded random week at one till: a shift a day, tax from the third day, discounts, weighed goods, bundles, every way to
 * pay, returns of earlier days, exchanges, voids, outages, lost answers and power cuts. Prints a table; answers whether till,
 * Forstok and Accurate hold the same rupiah and stock, and the shifts' reports sum to the sales.
 */
export const runWeek = async (days: number): Promise<boolean> => {
  const profile = makeProfile()
  const random = seededRandom(SEED)
  const clock = { ms: FIRST_MORNING_MS }
  let till: TillProcess = await startTillAt(profile, clock.ms)
  const open = async (atMs: number): Promise<Page> => {
    clock.ms = atMs
    till = await startTillAt(profile, atMs)
    return till.page
  }
  let isClosed = false
  try {
    console.log(`Practice mode, ${days} days, runtime: ${till.runtime === 'electron' ? 'real Electron' : 'stand-in'}`)
    const first = tillCommands(till.page)
    await waitUntil('the practice catalogue is imported', async () => (await first.countItems(400)) === 400, {
      timeoutMs: 60_000,
    })
    await first.pullStock()
    const opening = await readHoldings(till.page)
    const before = stockOf(opening)
    const items = await chooseItems(first, opening)
    const settings = await first.readSettings()
    const selling = { ...settings.selling, cashRounding: { mode: 'nearest', unit: 100 }, stockPolicy: 'allow' } as const
    await first.writeSettings({ ...settings, selling })

    const ends: DayEnd[] = []
    let crashes = 0
    for (let day = 0; day < days; day += 1) {
      const morningMs = FIRST_MORNING_MS + day * DAY_MS
      if (day > 0) {
        await till.close()
        await open(morningMs)
      }
      const today = tillCommands(till.page)
      if (day === FIRST_TAXED_DAY)
        await today.writeSettings({
          ...settings,
          shop: { ...settings.shop, npwp: '0012345678901000' },
          selling: { ...selling, tax: { ...selling.tax, isCharged: true, pricesIncludeTax: true } },
        })
      const earlier = (await today.readAllSales()).filter((sale) => sale.returnOf === null)
      const restart = async (): Promise<Page> => {
        crashes += 1
        await till.killAll()
        return open(morningMs + DAY_MS / 8)
      }
      const end = await runDay(planOf(day, random), till.page, restart, items, earlier, random)
      ends.push(end)
      const { report } = end
      console.log(
        `day ${day + 1}  ${report.firstNumber ?? '-'} to ${report.lastNumber ?? '-'}  total ${formatRupiah(report.total)}  PPN ${formatRupiah(report.tax)}  returns ${end.returns}  exchanges ${end.exchanges}  voids ${end.voids}`,
      )
    }

    await setFaults(till.page, QUIET)
    await waitUntilSent(tillCommands(till.page))
    const sales = await tillCommands(till.page).readAllSales()
    await till.close()
    const restocked = restockedBySku(sales)
    await restockAtForstok(profile, restocked, () => FIRST_MORNING_MS + days * DAY_MS)
    await open(FIRST_MORNING_MS + days * DAY_MS)
    const last = tillCommands(till.page)
    await setFaults(till.page, QUIET)
    const tasks = (await last.readSteps()).filter(isTask)
    for (const task of tasks) await last.closeStep(task.id, 'Retur dicatat di Forstok')
    await waitUntil('nothing waits', async () => (await last.readUnsentSales()).length === 0, { timeoutMs: 60_000 })
    await last.pullStock()

    const holdings = await readHoldings(till.page)
    const result = reconcile(sales, holdings)
    const movedSkus = [
      ...new Set(
        sales.flatMap((sale) => sale.lines.flatMap((line) => [line.sku, ...line.components.map((part) => part.sku)])),
      ),
    ]
    const stock = stockDifferences(sales, before, stockOf(holdings), await last.readItems(movedSkus))
    const shifts = shiftDifferences(
      ends.map((end) => end.report),
      sales,
    )
    const steps = await last.readSteps()
    const count = (value: (end: DayEnd) => number): number => ends.reduce((sum, end) => sum + value(end), 0)
    const missing = [
      ...(days < 3 || count((end) => end.returns) > 0 ? [] : ['no return in the whole run']),
      ...(days < 3 || count((end) => end.exchanges) > 0 ? [] : ['no exchange in the whole run']),
      ...(days < 2 || count((end) => end.voids) > 0 ? [] : ['no void in the whole run']),
    ]
    const table: readonly (readonly [string, string | number])[] = [
      ['days, shifts closed', `${days}, ${ends.length}`],
      ['sales, returns and exchanges', result.salesAtTill],
      ['of them returns', count((end) => end.returns)],
      ['of them exchanges', count((end) => end.exchanges)],
      ['voided', count((end) => end.voids)],
      ['power cuts', crashes],
      ['till: sold', result.soldAtTill],
      ['Forstok: orders', result.rupiahInForstok],
      ['Accurate: invoices less rounding down', result.invoicedInAccurate],
      ['till: came back', 0 - result.returnedAtTill],
      ['Accurate: returns', result.returnedInAccurate],
      ['till: total', result.rupiahAtTill],
      ['Accurate: received less refunded', result.rupiahReceivedInAccurate - result.rupiahRefundedInAccurate],
      ['shifts: sum of Z reports', ends.reduce((sum, end) => sum + end.report.total, 0)],
      ['cash rounding within', result.roundingAtTill],
      ['tasks at Forstok ticked off', tasks.length],
      ['SKUs restocked there by hand', restocked.size],
      ['steps', steps.length],
      [
        'steps that became unknown',
        steps.filter((step) => step.attempts.some((each) => each.outcome === 'unknown')).length,
      ],
      ['steps still open', steps.filter(isOpen).length],
      ['differences', result.differences.length],
      ['stock differences', stock.length],
      ['shift differences', shifts.length],
      ['duplicates', result.duplicates.length],
      ['losses', result.losses.length],
    ]
    for (const [name, value] of table) console.log(`${name.padEnd(44)}${String(value).padStart(14)}`)
    const wrong = [...result.differences, ...stock, ...shifts, ...result.duplicates, ...result.losses, ...missing]
    for (const line of wrong) console.log(`  ${line}`)
    await till.close()
    isClosed = true
    return wrong.length === 0 && steps.every((step) => !isOpen(step)) && rupiah(result.rupiahAtTill) !== 0
  } finally {
    if (!isClosed) await till.close().catch(() => undefined)
    removeProfile(profile)
  }
}
