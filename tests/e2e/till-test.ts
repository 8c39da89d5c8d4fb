import { type Page, test as base } from '@playwright/test'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { startTillAt } from '../fixtures/start-till-at.ts'
import { makeProfile, removeProfile, type StartOptions, startTill, type TillProcess } from '../fixtures/till-process.ts'

/** One shop's computer: a profile folder, and the tills started on it one after the other. */
export type Shop = {
  readonly profile: string
  /** Starts the till on this shop's profile and waits until its sell screen can sell. */
  readonly start: () => Promise<TillProcess>
  /** The same, on a day on which it is `atMs` (epoch milliseconds) when the till starts. */
  readonly startAt: (atMs: number) => Promise<TillProcess>
}

type Fixtures = {
  /** What the tills find in their environment, beside the profile. */
  readonly environment: NonNullable<StartOptions['environment']>
  readonly shop: Shop
  /** The window of a till on a fresh profile, for specs that start only once. */
  readonly page: Page
}

const waitForSellScreen = async (page: Page): Promise<void> => {
  // The app's own side answers questions about leaving the page; without a listener Playwright would answer first.
  page.on('dialog', () => undefined)
  // A first start fills the practice catalogue; from then on everything can be scanned.
  await page
    .getByRole('list', { name: /^(?:Hasil pencarian|Search results)$/u })
    .getByRole('listitem')
    .first()
    .waitFor()
}

/** Playwright's `test` with a shop of its own for each test; its tills are ended and its profile is removed afterwards. */
export const test = base.extend<Fixtures>({
  environment: [{}, { option: true }],
  shop: async ({ environment }, provide, testInfo) => {
    const profile = makeProfile()
    const started: TillProcess[] = []
    const begin = async (starting: Promise<TillProcess>): Promise<TillProcess> => {
      const till = await starting
      started.push(till)
      if (started.length === 1) testInfo.annotations.push({ type: 'runtime', description: till.runtime })
      await waitForSellScreen(till.page)
      return till
    }
    await provide({
      profile,
      start: () => begin(startTill({ profile, environment })),
      startAt: (atMs) => begin(startTillAt(profile, atMs)),
    })
    const last = started.at(-1)
    if (testInfo.status !== testInfo.expectedStatus && last !== undefined) {
      await last.page.screenshot({ path: testInfo.outputPath('till.png') }).catch(() => undefined)
      const log = join(profile, 'practice/logs/konter.log')
      if (existsSync(log)) copyFileSync(log, testInfo.outputPath('konter.log'))
    }
    for (const till of started) await till.close()
    removeProfile(profile)
  },
  page: async ({ shop }, provide) => {
    await provide((await shop.start()).page)
  },
})
export { expect } from '@playwright/test'
