import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_FAULTS, type ServiceFaults } from '../../shared/ipc/practice.ts'
import { startPracticeServices, type PracticeServices } from '../../electron/practice/practice-services.ts'
import { seededRandom } from '../../electron/practice/seeded-random.ts'
import { priceBasket } from '../../shared/domain/price-basket.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { SalesRoute } from '../../shared/domain/sales-route.ts'
import { DEFAULT_SELLING_RULES } from '../../shared/domain/selling-rules.ts'
import { FOLLOW_UP } from '../../shared/domain/steps-for.ts'
import { CHAOS_ITEMS, fillBasket, fillTenders } from './random-sale.ts'
import { takeBack } from './take-back.ts'
import { beginLife, CRASH_POINTS, whileAlive, type ChaosLife } from './chaos-life.ts'

const HOUR_MS = 3_600_000
const SALES = 18
const DRAIN_TIMEOUT_MS = 30_000

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** What the shop knows after a run, for the oracle. */
export type ChaosOutcome = {
  readonly life: ChaosLife
  readonly services: PracticeServices
  /** Sales that a screen has shown as paid, or listed after a start. */
  readonly seen: ReadonlyMap<string, Sale>
  readonly discarded: ReadonlySet<string>
  /** Sales that the cashier has called off, or was calling off when the app died. */
  readonly maybeVoided: ReadonlySet<string>
  readonly crashes: number
  /** The journal was deleted at some time: sales that were sent before then stand in one copy only. */
  readonly hasLostJournal: boolean
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

/** One shop through one seed: sells, loses lines, power, pages and databases, and drains at the end. */
export const runChaos = async (seed: number): Promise<ChaosOutcome> => {
  const random = seededRandom(seed)
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  const log: string[] = []
  const folder = await mkdtemp(join(tmpdir(), 'konter-chaos-'))
  const services = await startPracticeServices({
    directory: join(folder, 'services'),
    seed: () => Promise.resolve(CHAOS_ITEMS),
    now: () => Date.now(),
    random,
  })
  const knownSizes = new Map<string, { syncedBytes: number; bytes: number }>()
  let skewMs = 0
  let largestSkewMs = 0
  const now = (): number => Date.now() + skewMs
  let ids = 0
  // UUIDs from the seed, so that a failing run names the same sales again.
  const mintId = (): string => {
    ids += 1
    const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')
    return `${hex(seed >>> 0, 8)}-0000-4000-8000-${hex(ids, 12)}`
  }
  let databases = 0
  const freshName = (): string => `chaos-${seed}-${(databases += 1)}-db`
  let databaseName = freshName()
  const seen = new Map<string, Sale>()
  const discarded = new Set<string>()
  const maybeVoided = new Set<string>()
  let crashes = 0
  let areBothCopiesWhole = true
  /** Which copy was lost last: losing that one again takes nothing that the other does not have. */
  let hasWipedLast = true
  let hasLostJournal = false

  /** The cashier answers what recovery asks, and looks at the list of sales. */
  const lookAround = async (life: ChaosLife): Promise<void> => {
    const { till, recovery } = life.page()
    for (const sale of recovery.undecided) {
      // Who saw it as paid has the money in the drawer; else either may be true.
      if (seen.has(sale.id) || random() < 0.5) {
        const restored = await till.restoreUndecided(sale.id)
        if (!restored.ok) throw new Error(`${sale.number} was not restored: ${restored.error.detail ?? ''}`)
      } else {
        await till.discardUndecided(sale.id, 'no money')
        discarded.add(sale.id)
      }
    }
    for (const sale of await till.readAllSales()) seen.set(sale.id, sale)
  }

  const begin = async (mayCrash: boolean): Promise<ChaosLife> => {
    for (;;) {
      const crash =
        mayCrash && random() < 0.6 ? { point: pick(CRASH_POINTS), passages: 1 + Math.floor(random() * 4) } : null
      const life = await beginLife({
        services,
        journalFolder: join(folder, 'journal'),
        databaseName,
        knownSizes,
        now,
        mintId,
        crash,
        logged: (message) => log.push(message),
      })
      log.push(`--- life over ${databaseName}, skew ${skewMs}, crash ${JSON.stringify(crash)}`)
      if (!life.isDead()) await whileAlive(life.isDead, () => lookAround(life))
      if (!life.isDead()) {
        areBothCopiesWhole = true
        return life
      }
      await bury(life)
    }
  }

  const bury = async (life: ChaosLife): Promise<void> => {
    crashes += 1
    life.die()
    await life.rest()
    if (random() < 0.3) {
      await life.disk.losePower(random)
      log.push('power lost')
    }
    const loss = random()
    // One copy may go at a time; the next one only when recovery has made the first one whole again.
    if (loss < 0.3 && (areBothCopiesWhole || hasWipedLast)) {
      databaseName = freshName()
      areBothCopiesWhole = false
      hasWipedLast = true
      log.push('IndexedDB wiped')
    } else if (loss > 0.85 && areBothCopiesWhole) {
      await rm(join(folder, 'journal'), { recursive: true, force: true })
      knownSizes.clear()
      hasLostJournal = true
      areBothCopiesWhole = false
      hasWipedLast = false
      log.push('journal deleted')
    }
    if (random() < 0.4) {
      skewMs = pick([0, 0, 2 * HOUR_MS, -2 * HOUR_MS, 26 * HOUR_MS, -30 * HOUR_MS, 24 * 400 * HOUR_MS])
      largestSkewMs = Math.max(largestSkewMs, skewMs)
    }
  }

  const unansweredVoids = new Map<string, number>()

  /** Calls the newest sale off, which the till refuses when anything of it was tried. */
  const voidNewest = async (life: ChaosLife): Promise<void> => {
    const { till } = life.page()
    const sale = (await till.readAllSales()).at(-1)
    if (sale === undefined) return
    // From the moment of asking on either may be true: the app can die before it answers.
    maybeVoided.add(sale.id)
    unansweredVoids.set(sale.id, (unansweredVoids.get(sale.id) ?? 0) + 1)
    const answer = await till.voidSale(sale.id, { by: 'Kasir', atMs: now(), reason: 'salah pencet' })
    const others = (unansweredVoids.get(sale.id) ?? 1) - 1
    unansweredVoids.set(sale.id, others)
    // A refusal says nothing of another asking for the same sale that was not answered yet, or never will be.
    if (!answer.ok && others === 0) maybeVoided.delete(sale.id)
    log.push(`void ${sale.number}: ${answer.ok ? 'done' : answer.error.code}`)
  }

  const sell = async (life: ChaosLife): Promise<void> => {
    const { till } = life.page()
    if (random() < 0.3) {
      const route: SalesRoute = pick(['forstok-only', 'forstok-only', 'both-not-linked', 'accurate-only', 'linked'])
      await whileAlive(life.isDead, async () => till.writeSettings({ ...(await till.readSettings()), route }))
      if (life.isDead()) return
    }
    let basket = till.openBasket()
    await whileAlive(life.isDead, async () => {
      if (random() < 0.12) await voidNewest(life)
      if (random() < 0.3) basket = await takeBack(till, basket, random)
    })
    if (life.isDead()) return
    // What comes back stands alone, or pays for part of something else.
    if (basket.returns === null || random() < 0.4) basket = fillBasket(basket, random)
    const tenders = fillTenders(priceBasket(basket, DEFAULT_SELLING_RULES.tax, '2026-11-21').payable, random)
    const presses = random() < 0.3 ? 2 : 1
    const paying = async (): Promise<void> => {
      const results = await Promise.all(Array.from({ length: presses }, () => till.pay(basket, tenders)))
      for (const paid of results) {
        if (paid.ok && !life.isDead() && life.page().till === till) seen.set(paid.value.id, paid.value)
        if (!paid.ok) log.push(`pay: ${paid.error.code} ${paid.error.detail ?? ''}`)
      }
    }
    const killAfterMs = random() < 0.12 ? random() * 12 : null
    if (killAfterMs !== null) {
      setTimeout(() => {
        life.die()
      }, killAfterMs)
    }
    await whileAlive(life.isDead, paying)
  }

  const changeFaults = (): void => {
    const faults = (): Partial<ServiceFaults> =>
      pick([
        {},
        {},
        { isCut: true },
        { loseAnswerShare: 0.4 },
        { loseNextAnswers: 3 },
        { failNextWith5xx: 3 },
        { failNextWith429: 2 },
        { answerTwiceNext: 4 },
        { delayMs: 30, loseAnswerShare: 0.2 },
        { delayMs: 400 },
        { refusesCredentials: true },
      ])
    services.setFaults({ forstok: { ...NO_FAULTS, ...faults() }, accurate: { ...NO_FAULTS, ...faults() } })
  }

  let life = await begin(true)
  for (let sale = 0; sale < SALES; sale += 1) {
    if (life.isDead()) {
      await bury(life)
      life = await begin(true)
    }
    await sell(life)
    if (random() < 0.35) changeFaults()
    if (random() < 0.6) await pause(random() * 120)
    if (!life.isDead() && random() < 0.1) life.engine.pullStock().catch((error: unknown) => log.push(String(error)))
    if (!life.isDead() && random() < 0.12) {
      // The page alone is lost, sometimes with its store, while the engine goes on.
      if (random() < 0.5) {
        databaseName = freshName()
        areBothCopiesWhole = false
        hasWipedLast = true
      }
      log.push(`page loaded again over ${databaseName}`)
      await whileAlive(life.isDead, async () => {
        await life.reload(databaseName)
        await lookAround(life)
        areBothCopiesWhole = true
      })
    }
  }
  await bury(life)
  skewMs = largestSkewMs
  services.setFaults({ forstok: NO_FAULTS, accurate: NO_FAULTS })
  life = await begin(false)
  const last = life
  const giveUpAtMs = performance.now() + DRAIN_TIMEOUT_MS
  for (;;) {
    for (const step of await last.page().till.readSteps()) {
      // A person does at Forstok what only a person can do there.
      if (step.state === 'attention' && step.attention?.code === FOLLOW_UP) {
        await last.page().till.closeStep(step.id, 'done at Forstok')
      }
    }
    const steps = await last.page().till.readSteps()
    // A step that needs attention holds the later ones of its sale: the oracle says what is wrong.
    if (
      steps.every((step) => step.state === 'sent' || step.state === 'closed') ||
      steps.some((step) => step.state === 'attention')
    )
      break
    if (performance.now() > giveUpAtMs) {
      const open = steps.filter((step) => step.state !== 'sent' && step.state !== 'closed')
      throw new Error(`not drained: ${JSON.stringify(open)}\n${log.join('\n')}`)
    }
    await last.page().till.tryNow()
    await pause(60)
  }
  return {
    life: last,
    services,
    seen,
    discarded,
    maybeVoided,
    crashes,
    hasLostJournal,
    log,
    close: async () => {
      last.die()
      await last.rest()
      await services.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
