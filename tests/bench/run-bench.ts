import type { Page } from 'playwright-core'
import { percentile } from '../fixtures/percentile.ts'
import { tillCommands } from '../fixtures/till-commands.ts'
import { makeProfile, removeProfile, startTill, type TillProcess } from '../fixtures/till-process.ts'
import { waitUntil } from '../fixtures/wait-until.ts'
import { generatedBarcode, generatedCatalogue } from './generated-catalogue.ts'
import { importTable, type ImportTimes } from './import-table.ts'
import { installProbe, takeSamples } from './page-probe.ts'
import { formatMs, printHeading, printLine } from './report-line.ts'
import { raceSearches } from './search-rivals.ts'
import { cutServices, payInWindow, scan } from './sell-in-window.ts'

const ITEM_COUNT = 100_000
const COLD_STARTS = 5
const PAID_SALES = 40
const SCANS = 60
/** Common, rare, two common words, two that never meet, a barcode, an SKU, and no match at all. */
const QUERIES = [
  'indomie goreng',
  'kopi',
  'susu vanila',
  'sabun rendang',
  'zzqx',
  'ayam 1 kg',
  '8991000',
  'gen-0421',
  'bango karamel sachet',
  'wafer keju 77',
]
const SCAN_QUERIES = ['kopi', 'zzqx', 'indomie zzqx', 'gen-099999']

const typeQuery = async (page: Page, query: string): Promise<void> => {
  const search = page.getByRole('searchbox', { name: 'Cari barang' })
  await search.fill('')
  await page.waitForTimeout(150)
  for (const key of query) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    // A person's pace; a scanner's would be taken as a scan.
    await page.waitForTimeout(130)
  }
}

const measureKeys = async (page: Page): Promise<readonly number[]> => {
  await page.getByRole('searchbox', { name: 'Cari barang' }).focus()
  await takeSamples(page)
  for (const query of QUERIES) await typeQuery(page, query)
  const samples = await takeSamples(page)
  return samples.filter((sample) => sample.label.startsWith('key:')).map((sample) => sample.durationMs)
}

const measureScans = async (
  page: Page,
): Promise<{ readonly landed: readonly number[]; readonly painted: readonly number[] }> => {
  await page.getByRole('searchbox', { name: 'Cari barang' }).fill('')
  await takeSamples(page)
  for (let index = 0; index < SCANS; index += 1) await scan(page, generatedBarcode((index * 1_237) % ITEM_COUNT))
  const samples = await takeSamples(page)
  const of = (label: string): readonly number[] =>
    samples.filter((sample) => sample.label === label).map((sample) => sample.durationMs)
  return { landed: of('scan:landed'), painted: of('scan:painted') }
}

const measurePay = async (
  page: Page,
): Promise<Readonly<Record<'pay' | 'journal' | 'transaction', readonly number[]>>> => {
  await page.evaluate(() => performance.clearMeasures())
  for (let index = 0; index < PAID_SALES; index += 1) {
    for (let line = 0; line < 3; line += 1) await scan(page, generatedBarcode((index * 31 + line * 7) % ITEM_COUNT))
    await payInWindow(page)
  }
  const of = (name: string): Promise<number[]> =>
    page.evaluate((wanted) => performance.getEntriesByName(wanted).map((entry) => entry.duration), name)
  return {
    pay: await of('konter:pay'),
    journal: await of('konter:journal'),
    transaction: await of('konter:transaction'),
  }
}

type ColdStart = { readonly till: TillProcess; readonly fromProcessMs: number; readonly fromPageMs: number }

/** From the start of the process, and from the page's first request, to the page's own word that items can be scanned and searched. */
const measureColdStart = async (profile: string): Promise<ColdStart> => {
  const beganAtMs = Date.now()
  const till = await startTill({ profile })
  await till.page.waitForFunction(() => performance.getEntriesByName('konter:ready').length > 0)
  const [pageBeganAtMs, fromPageMs] = await till.page.evaluate(
    () => [performance.timeOrigin, performance.getEntriesByName('konter:ready')[0]?.startTime ?? Number.NaN] as const,
  )
  return { till, fromProcessMs: pageBeganAtMs + fromPageMs - beganAtMs, fromPageMs }
}

const measureBridge = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const times: number[] = []
    for (let index = 0; index < 50; index += 1) {
      const beganMs = performance.now()
      await window.konter.getPracticeFaults({})
      times.push(performance.now() - beganMs)
      await new Promise((resolve) => {
        setTimeout(resolve, 20)
      })
    }
    return times
  })

const printImport = (times: ImportTimes): void => {
  console.log(
    `import of ${times.rows} rows: ${(times.totalMs / 1000).toFixed(1)} s; longest block of the page ${formatMs(times.longestBlockMs)} ms (budget 50); heap afterwards ${(times.heapBytes / 1_048_576).toFixed(0)} MB`,
  )
}

/** Measures the budgets of the design (section 11) in a real window with 100,000 items and prints them. */
export const runBench = async (): Promise<void> => {
  const profile = makeProfile()
  let till = await startTill({ profile })
  try {
    console.log(
      till.runtime === 'electron'
        ? 'Runtime: real Electron.'
        : 'Runtime: stand-in. Main and preload as built under Node, the page in the system’s Chromium without a window on a screen; the bridge is slower than Electron’s.',
    )
    await waitUntil(
      'the practice catalogue is there',
      async () => (await tillCommands(till.page).countItems(489)) === 489,
      { timeoutMs: 60_000 },
    )
    printImport(await importTable(till.page, generatedCatalogue(ITEM_COUNT)))

    const starts: ColdStart[] = []
    for (let index = 0; index < COLD_STARTS; index += 1) {
      await till.close()
      const started = await measureColdStart(profile)
      till = started.till
      starts.push(started)
    }
    const { page } = till
    await page.setViewportSize({ width: 1366, height: 768 })
    await cutServices(page, true)
    await page.waitForTimeout(3_000)
    await installProbe(page)
    printHeading()
    printLine({
      what: 'cold start to first sale, from the process',
      samplesMs: starts.map((start) => start.fromProcessMs),
      budgetMs: 1500,
    })
    printLine({
      what: '  of it: from the page’s first request',
      samplesMs: starts.map((start) => start.fromPageMs),
      budgetMs: null,
    })
    printLine({ what: 'key press to painted results', samplesMs: await measureKeys(page), budgetMs: 25 })
    const scans = await measureScans(page)
    printLine({ what: 'scan (its Enter) to line in the basket', samplesMs: scans.landed, budgetMs: 15 })
    printLine({ what: '  the same, to the painted frame', samplesMs: scans.painted, budgetMs: null })
    await page.getByRole('button', { name: 'Kosongkan keranjang' }).click()
    await page.getByRole('button', { name: 'Kosongkan', exact: true }).click()
    const paid = await measurePay(page)
    printLine({ what: 'Pay to durable', samplesMs: paid.pay, budgetMs: 25 })
    printLine({ what: '  of it: journal (bridge, append, fsync)', samplesMs: paid.journal, budgetMs: null })
    printLine({ what: '  of it: strict transaction', samplesMs: paid.transaction, budgetMs: null })
    printLine({ what: 'the bridge alone, there and back', samplesMs: await measureBridge(page), budgetMs: null })
    const race = await raceSearches(page, QUERIES, SCAN_QUERIES)

    console.log(`\nsearch alone, ${ITEM_COUNT} items, the same queries in the same page`)
    printLine({ what: 'Konter', samplesMs: race.ours, budgetMs: null })
    printLine({
      what: `MiniSearch (built in ${formatMs(race.miniSearchBuildMs)} ms)`,
      samplesMs: race.miniSearch,
      budgetMs: null,
    })
    printLine({ what: 'scan of the table', samplesMs: race.tableScan, budgetMs: null })
    const ratio = (rival: readonly number[], share: number): string =>
      `${(percentile(rival, share) / percentile(race.ours, share)).toFixed(1)}x`
    console.log(
      `ratio to Konter: MiniSearch p50 ${ratio(race.miniSearch, 0.5)}, p95 ${ratio(race.miniSearch, 0.95)}; scan of the table p50 ${ratio(race.tableScan, 0.5)}, p95 ${ratio(race.tableScan, 0.95)}`,
    )
  } finally {
    await till.close()
    removeProfile(profile)
  }
}
