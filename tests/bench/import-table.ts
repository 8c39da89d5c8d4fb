import type { Page } from 'playwright-core'
import type { Till } from '../../renderer/app/till.ts'
import type { ImportedTable } from '../../shared/ipc/contract.ts'

export type ImportTimes = {
  readonly rows: number
  readonly totalMs: number
  /** The longest task of the page while it imported, as the browser reports them (from 50 ms on); 0 when there was none. */
  readonly longestBlockMs: number
  readonly heapBytes: number
}

/** Imports a table as the catalogue screen does (review, then one transaction), and times it in the page. */
export const importTable = async (page: Page, table: ImportedTable): Promise<ImportTimes> => {
  // In pieces: one message of this size would hold up the page by itself.
  await page.evaluate((header) => Reflect.set(window, 'konterTable', { header, rows: [] }), table.header)
  for (let start = 0; start < table.rows.length; start += 10_000) {
    await page.evaluate(
      (rows) => {
        const held: { rows: unknown[] } = Reflect.get(window, 'konterTable')
        held.rows.push(...rows)
      },
      table.rows.slice(start, start + 10_000),
    )
  }
  return page.evaluate(async (module) => {
    const { till }: { till: Till } = await import(module)
    const held: ImportedTable = Reflect.get(window, 'konterTable')
    let longestBlockMs = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longestBlockMs = Math.max(longestBlockMs, entry.duration)
    })
    observer.observe({ type: 'longtask' })
    const beganMs = performance.now()
    const imported = await till.importCatalogue(await till.reviewCatalogue(held), () => undefined)
    const totalMs = performance.now() - beganMs
    if (!imported.ok) throw new Error(imported.error.message.en)
    await new Promise((resolve) => {
      setTimeout(resolve, 200)
    })
    observer.disconnect()
    Reflect.deleteProperty(window, 'konterTable')
    const memory: unknown = Reflect.get(performance, 'memory')
    const heapBytes =
      typeof memory === 'object' && memory !== null ? Number(Reflect.get(memory, 'usedJSHeapSize')) : Number.NaN
    return { rows: imported.value, totalMs, longestBlockMs, heapBytes }
  }, '/till.js')
}
