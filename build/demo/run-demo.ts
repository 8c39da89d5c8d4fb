import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { dayWorkbook } from '../../electron/reports/day-workbook.ts'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { priceBasket } from '../../shared/domain/price-basket.ts'
import { DEFAULT_SELLING_RULES } from '../../shared/domain/selling-rules.ts'
import { NO_FAULTS, type PracticeFaults } from '../../shared/ipc/practice.ts'
import { percentile } from '../../tests/fixtures/percentile.ts'
import { type TillCommands, tillCommands } from '../../tests/fixtures/till-commands.ts'
import { makeProfile, removeProfile, startTill } from '../../tests/fixtures/till-process.ts'
import { waitUntil } from '../../tests/fixtures/wait-until.ts'
import { cutIntoSales, seededRandom, type SoldLine } from './cut-into-sales.ts'
import { demoDelivery } from './deliveries.ts'
import { reconcile } from './reconcile.ts'
import { demoTenders } from './tenders.ts'

const root = resolve(import.meta.dirname, '../..')
const SEED = 20_261_121
const LOST_ANSWER_SHARE = 0.1
/** A fresh register charges no tax, so that the day does not matter. */
const DEMO_DAY = '2026-11-21'

const soldLineSchema = z.object({
  sku: z.string(),
  quantity: z.coerce.number().int(),
  unit_price: z.coerce.number().int(),
})

const readSoldLines = (): readonly SoldLine[] =>
  z
    .array(soldLineSchema)
    .parse(parse(readFileSync(resolve(root, 'assets/practice/sales.csv')), { columns: true, bom: true }))
    .map((row) => ({ sku: row.sku, quantity: row.quantity, unitPrice: row.unit_price }))

const fillBasket = async (till: TillCommands, lines: readonly SoldLine[], index: number): Promise<Basket> => {
  let basket = await till.openBasket()
  for (const line of lines) {
    const item = await till.findItem(line.sku)
    if (item === null) throw new Error(`${line.sku} is not in the catalogue`)
    basket = addItem(basket, item, line.quantity, rupiah(line.unitPrice))
  }
  return index % 10 === 9 ? setDelivery(basket, demoDelivery(index)) : basket
}

const faults = (isCut: boolean, loseAnswerShare: number): PracticeFaults => ({
  forstok: { ...NO_FAULTS, isCut, loseAnswerShare },
  accurate: { ...NO_FAULTS, isCut, loseAnswerShare },
})

const formatMs = (ms: number): string => `${ms.toFixed(1)} ms`

/** Runs the demo on a fresh profile, prints its table and leaves its pictures and workbook in `out/`. Answers whether every figure that must be zero is. */
export const runDemo = async (): Promise<boolean> => {
  const profile = makeProfile()
  const tillProcess = await startTill({ profile })
  try {
    const { page, runtime } = tillProcess
    console.log(
      `Practice mode, runtime: ${runtime === 'electron' ? 'real Electron' : 'stand-in (main and preload as built, page in the system’s Chromium)'}`,
    )
    const till = tillCommands(page)
    const catalogueRows =
      readFileSync(resolve(root, 'assets/practice/catalogue.csv'), 'utf8').trim().split('\n').length - 1
    await waitUntil(
      'the practice catalogue is imported',
      async () => (await till.countItems(catalogueRows)) === catalogueRows,
      { timeoutMs: 60_000 },
    )
    await till.pullStock()
    const stockBefore = new Map(
      (await page.evaluate(() => window.konter.readPracticeHoldings({}))).stock.map((row) => [row.sku, row]),
    )

    const random = seededRandom(SEED)
    const sales = cutIntoSales(readSoldLines(), random)
    const third = Math.floor(sales.length / 3)
    const durableMs: number[] = []
    const setFaults = (wanted: PracticeFaults): Promise<null> =>
      page.evaluate((next) => window.konter.setPracticeFaults({ faults: next }), wanted)
    await setFaults(faults(false, LOST_ANSWER_SHARE))
    for (const [index, lines] of sales.entries()) {
      if (index === third) await setFaults(faults(true, LOST_ANSWER_SHARE))
      if (index === third * 2) await setFaults(faults(false, LOST_ANSWER_SHARE))
      const basket = await fillBasket(till, lines, index)
      const paid = await till.pay(
        basket,
        demoTenders(index, priceBasket(basket, DEFAULT_SELLING_RULES.tax, DEMO_DAY).payable),
      )
      durableMs.push(paid.durableMs)
    }
    const drainBeganMs = performance.now()
    const waitingAtEnd = (await till.readUnsentSales()).length
    await page.evaluate(() => window.konter.kickSync({ destination: null }))
    await waitUntil('every sale has reached both services', async () => (await till.readUnsentSales()).length === 0, {
      timeoutMs: 600_000,
    })
    const drainMs = performance.now() - drainBeganMs
    await setFaults(faults(false, 0))
    await till.pullStock()

    const holdings = await page.evaluate(() => window.konter.readPracticeHoldings({}))
    const allSales = await till.readAllSales()
    const result = reconcile(allSales, holdings)
    const steps = await till.readSteps()
    const everUnknown = steps.filter((step) => step.attempts.some((attempt) => attempt.outcome === 'unknown'))
    const resolved = everUnknown.filter((step) => step.state === 'sent')

    const stockAfter = new Map(holdings.stock.map((row) => [row.sku, row]))
    const skus = [...new Set(allSales.flatMap((sale) => sale.lines.map((line) => line.sku)))]
    const stockDifferences = (await till.readItems(skus)).flatMap((row) => {
      const { sku } = row.item
      const sold = allSales
        .flatMap((sale) => sale.lines)
        .reduce((sum, line) => (line.sku === sku ? sum + line.quantity : sum), 0)
      const before = stockBefore.get(sku)?.available
      const after = stockAfter.get(sku)?.available
      return before !== undefined && after === before - sold && row.stock?.available === after
        ? []
        : [
            `${sku}: ${String(before)} before, ${sold} sold, Forstok says ${String(after)}, the till shows ${String(row.stock?.available)}`,
          ]
    })

    await waitUntil(
      'a receipt and a label are printed',
      async () => {
        const printed = await page.evaluate(() => window.konter.listPracticePages({}))
        return (['receipt', 'label'] as const).every((document) => printed.some((each) => each.document === document))
      },
      { timeoutMs: 30_000 },
    )
    const pages = await page.evaluate(() => window.konter.listPracticePages({}))
    const out = resolve(root, 'out')
    mkdirSync(out, { recursive: true })
    for (const document of ['receipt', 'label'] as const) {
      const printed = pages.find((candidate) => candidate.document === document)
      if (printed === undefined) throw new Error(`No ${document} was printed`)
      writeFileSync(
        resolve(out, `demo-${document}.png`),
        Buffer.from(printed.imageUrl.replace(/^data:image\/png;base64,/u, ''), 'base64'),
      )
    }
    writeFileSync(
      resolve(out, 'demo-day.xlsx'),
      await dayWorkbook({ sales: allSales, voidings: [], confirmations: [] }),
    )

    const expectedTotal = readSoldLines().reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
    const lost = [
      ...result.losses,
      ...(result.rupiahAtTill === expectedTotal
        ? []
        : [`the file sums to ${expectedTotal}, the till to ${result.rupiahAtTill}`]),
    ]
    const table: readonly (readonly [string, string | number])[] = [
      ['sales', result.salesAtTill],
      ['rupiah in the file', expectedTotal],
      ['rupiah at the till', result.rupiahAtTill],
      ['rupiah in Forstok', result.rupiahInForstok],
      ['rupiah in Accurate', result.invoicedInAccurate],
      ['rupiah received in Accurate', result.rupiahReceivedInAccurate],
      ['differences', result.differences.length],
      ['stock differences', stockDifferences.length],
      ['duplicates', result.duplicates.length],
      ['losses', lost.length],
      ['steps', steps.length],
      ['steps that became unknown', everUnknown.length],
      ['of them resolved', resolved.length],
      ['steps that need attention', steps.filter((step) => step.state === 'attention').length],
      ['sales waiting when the last was paid', waitingAtEnd],
      ['pay to durable, p50', formatMs(percentile(durableMs, 0.5))],
      ['pay to durable, p95', formatMs(percentile(durableMs, 0.95))],
      ['drain after the last sale', `${(drainMs / 1000).toFixed(1)} s`],
    ]
    for (const [name, value] of table) console.log(`${name.padEnd(40)}${String(value).padStart(14)}`)
    for (const line of [...result.differences, ...stockDifferences, ...result.duplicates, ...lost])
      console.log(`  ${line}`)
    console.log('out/demo-receipt.png, out/demo-label.png, out/demo-day.xlsx')
    return (
      result.differences.length + stockDifferences.length + result.duplicates.length + lost.length === 0 &&
      result.rupiahReceivedInAccurate === result.rupiahAtTill &&
      resolved.length === everUnknown.length
    )
  } finally {
    await tillProcess.close()
    removeProfile(profile)
  }
}
