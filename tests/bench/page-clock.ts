import type { Page } from 'playwright-core'

const TRIES = 40

/**
 * How far the page's `performance.now()` lies behind this process' one, in milliseconds. Both clocks are this machine's; of many
 * questions the one that was answered fastest tells best, to half of the time that it took.
 */
export const pageClockOffsetMs = async (
  page: Page,
): Promise<{ readonly offsetMs: number; readonly errorMs: number }> => {
  let best = { offsetMs: 0, errorMs: Infinity }
  for (let index = 0; index < TRIES; index += 1) {
    const askedAtMs = performance.now()
    const pageMs = await page.evaluate(() => performance.now())
    const answeredAtMs = performance.now()
    const errorMs = (answeredAtMs - askedAtMs) / 2
    if (errorMs < best.errorMs) best = { offsetMs: (askedAtMs + answeredAtMs) / 2 - pageMs, errorMs }
  }
  return best
}
