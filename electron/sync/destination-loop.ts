import type { Destination } from '../../shared/domain/sales-route.ts'
import type { Link } from '../../shared/ipc/link.ts'
import { backOffMs, shareOf } from './back-off.ts'
import type { Claim, ClaimRunner } from './claim-runner.ts'
import type { LinkNews } from './http/classify-exchange.ts'
import type { LinkTracker } from './link-tracker.ts'
import type { Gateway } from './step-report.ts'
import type { SyncLog } from './sync-log.ts'
import type { SyncPage } from './sync-page.ts'
import type { SyncTiming } from './sync-timing.ts'

/** However soon the outbox says that something is due, it is not asked more often than this. */
const SHORTEST_WAKE_MS = 20

export type DestinationLoop = {
  readonly start: () => void
  /** Stops claiming, gives back what was not begun and waits, bounded, for what is under way. */
  readonly stop: () => Promise<void>
  /** Something is due, or the line may be back: looks at once. */
  readonly kick: () => void
  /** True when nothing that is due is left; false when the line is not up or it takes longer than `timeoutMs`. */
  readonly drained: (timeoutMs: number) => Promise<boolean>
  /** News of the line from calls outside the loop. */
  readonly noteNews: (news: LinkNews) => void
}

/** Claims, carries out and settles the steps of one destination, while its line is up. */
export const createDestinationLoop = (options: {
  readonly destination: Destination
  readonly gateway: Gateway
  readonly runner: ClaimRunner
  readonly link: LinkTracker
  readonly page: SyncPage
  readonly timing: SyncTiming
  readonly inFlight: number
  readonly now: () => number
  readonly monotonicNow: () => number
  readonly mintId: () => string
  /** Nothing that is due is left, and the line is up. */
  readonly onDrained: () => void
  readonly log: SyncLog
}): DestinationLoop => {
  const { destination, gateway, runner, link, page, timing, now, monotonicNow, log } = options
  const jitter = shareOf(options.mintId())
  const running = new Map<string, Promise<void>>()
  const drainWaiters = new Set<(isDrained: boolean) => void>()
  let ready: Claim[] = []
  let isStarted = false
  let isClaiming = false
  let probing: Promise<void> | null = null
  /** True when the outbox may hold something due that was not handed out yet. */
  let mayHaveMore = true
  let nextDueMs: number | null = null
  /** Monotonic times before which nothing is claimed, and nothing is begun. */
  let claimNotBeforeMs = 0
  let slowedUntilMs = 0
  let closings = 0
  let wakeTimer: NodeJS.Timeout | null = null
  let probeTimer: NodeJS.Timeout | null = null

  const isPaused = (): boolean => !isStarted || !link.isOpen()
  const isDrained = (): boolean => ready.length === 0 && running.size === 0 && !isClaiming && !mayHaveMore

  const tellWaiters = (): void => {
    const outcome = isDrained() && link.isOpen()
    if (!outcome && !isPaused()) return
    for (const tell of drainWaiters) tell(outcome)
    drainWaiters.clear()
    if (outcome) options.onDrained()
  }

  const track = (key: string, work: Promise<void>): void => {
    const tracked = work.finally(() => {
      running.delete(key)
      mayHaveMore = true
      pump()
    })
    running.set(key, tracked)
  }

  const releaseReady = (): void => {
    const claims = ready
    ready = []
    for (const claim of claims) track(`release ${claim.claimId} ${claim.claimed.step.id}`, runner.release(claim))
  }

  /** A line that was up for long goes down anew: it is looked for quickly again. */
  const forgetOldClosings = (before: Link): void => {
    if (before.state === 'up' && now() - before.sinceMs > timing.backOffCeilingMs) closings = 0
  }

  const applyNews = (news: LinkNews): void => {
    if (news.type === 'slowed') {
      const waitMs = news.untilMs === null ? timing.tooManyRequestsMs : news.untilMs - now()
      slowedUntilMs = Math.max(slowedUntilMs, monotonicNow() + waitMs)
    }
    const before = link.read()
    link.apply(news, 'step')
    if (news.type === 'answered' && before.state === 'up') closings = 0
    if (before.state === 'up' && !link.isOpen()) {
      forgetOldClosings(before)
      planProbe()
    }
  }

  const runOne = async (claim: Claim): Promise<void> => {
    const { outcome, news } = await runner.run(claim, isPaused)
    if (news !== null) applyNews(news)
    // Given back although the line is up (its lease was too short): without a pause it would be claimed again at once, for ever.
    if (outcome.type === 'released' && link.isOpen()) claimNotBeforeMs = monotonicNow() + timing.backOffFloorMs
  }

  const beginReady = (): void => {
    while (running.size < options.inFlight && monotonicNow() >= slowedUntilMs) {
      // A step may come again while its first claim still runs (the clock was moved): the second waits for the first.
      const index = ready.findIndex((claim) => !running.has(claim.claimed.step.id))
      const [claim] = index < 0 ? [] : ready.splice(index, 1)
      if (claim === undefined) return
      track(claim.claimed.step.id, runOne(claim))
    }
  }

  const claimMore = async (): Promise<void> => {
    isClaiming = true
    mayHaveMore = false
    const limit = timing.batchSize - ready.length
    const claimId = options.mintId()
    const leaseEndsMs = monotonicNow() + timing.leaseMs
    try {
      const answer = await page.claimSteps({ destination, limit, nowMs: now(), leaseMs: timing.leaseMs, claimId })
      nextDueMs = answer.nextDueMs
      if (answer.steps.length >= limit) mayHaveMore = true
      ready.push(...answer.steps.map((claimed) => ({ claimed, claimId, leaseEndsMs })))
    } catch (error) {
      log.error(`${destination}: claiming failed: ${String(error)}`)
      claimNotBeforeMs = monotonicNow() + timing.backOffFloorMs
      mayHaveMore = true
    } finally {
      isClaiming = false
      pump()
    }
  }

  const pump = (): void => {
    if (isPaused()) releaseReady()
    else {
      beginReady()
      const nowMs = monotonicNow()
      const isWanted = mayHaveMore && !isClaiming && ready.length <= timing.batchSize / 2
      if (isWanted && nowMs >= claimNotBeforeMs && nowMs >= slowedUntilMs) void claimMore()
      planWake()
    }
    tellWaiters()
  }

  const planWake = (): void => {
    if (wakeTimer !== null) clearTimeout(wakeTimer)
    const nowMs = monotonicNow()
    const waits = [timing.pollIntervalMs]
    if (nextDueMs !== null) waits.push(Math.max(SHORTEST_WAKE_MS, nextDueMs - now()))
    if (mayHaveMore && claimNotBeforeMs > nowMs) waits.push(claimNotBeforeMs - nowMs)
    if (slowedUntilMs > nowMs) waits.push(slowedUntilMs - nowMs)
    const waitMs = Math.max(1, Math.ceil(Math.min(...waits)))
    wakeTimer = setTimeout(() => {
      mayHaveMore = true
      const { lastAnswerMs } = link.read()
      const isQuiet = running.size === 0 && now() - (lastAnswerMs ?? 0) >= timing.idleProbeIntervalMs
      if (isQuiet && link.isOpen()) void probe()
      pump()
    }, waitMs)
  }

  const planProbe = (): void => {
    if (!isStarted) return
    closings += 1
    // What a person must put right (credentials, set-up) is asked for more rarely than a line that may be back any second.
    const isRefused = link.read().state === 'refused'
    const floorMs = isRefused ? timing.backOffFloorMs * 10 : timing.backOffFloorMs
    const ceilingMs = Math.max(
      isRefused ? timing.backOffCeilingMs : Math.min(timing.backOffCeilingMs, timing.probeCeilingMs),
      floorMs,
    )
    const waitMs = backOffMs(closings, floorMs, ceilingMs, jitter)
    if (probeTimer !== null) clearTimeout(probeTimer)
    probeTimer = setTimeout(() => void probe(), waitMs)
    link.setNextTry(now() + waitMs)
  }

  /** Looks for the service; one look at a time, shared by all who ask. */
  const probe = (): Promise<void> => {
    if (!isStarted) return Promise.resolve()
    probing ??= look().finally(() => {
      probing = null
    })
    return probing
  }

  const look = async (): Promise<void> => {
    if (probeTimer !== null) clearTimeout(probeTimer)
    probeTimer = null
    const before = link.read()
    const wasOpen = link.isOpen()
    try {
      const { news } = await gateway.connect()
      link.apply(news, 'probe')
    } catch (error) {
      log.error(`${destination}: looking for the service failed: ${String(error)}`)
      link.apply({ type: 'troubled', reason: `Konter: ${String(error)}` }, 'probe')
    }
    const { state, reason } = link.read()
    if (link.isOpen() !== wasOpen) log.info(`${destination}: ${state}${reason === null ? '' : ` (${reason})`}`)
    if (!link.isOpen()) {
      forgetOldClosings(before)
      planProbe()
    } else if (!wasOpen) mayHaveMore = true
    pump()
  }

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running.values())
  }

  return {
    start: () => {
      if (isStarted) return
      isStarted = true
      void probe()
    },
    stop: async () => {
      isStarted = false
      for (const timer of [wakeTimer, probeTimer]) if (timer !== null) clearTimeout(timer)
      pump()
      let graceTimer: NodeJS.Timeout | null = null
      const grace = new Promise<void>((resolve) => {
        graceTimer = setTimeout(resolve, timing.stopGraceMs)
      })
      await Promise.race([settled(), grace])
      if (graceTimer !== null) clearTimeout(graceTimer)
      gateway.close()
    },
    kick: () => {
      if (!isStarted) return
      mayHaveMore = true
      claimNotBeforeMs = 0
      if (link.isOpen()) pump()
      else void probe()
    },
    drained: async (timeoutMs) => {
      if (isPaused()) await probe()
      if (isPaused()) return false
      return new Promise((resolve) => {
        const tell = (isDone: boolean): void => {
          clearTimeout(timer)
          resolve(isDone)
        }
        const timer = setTimeout(() => {
          drainWaiters.delete(tell)
          resolve(false)
        }, timeoutMs)
        drainWaiters.add(tell)
        mayHaveMore = true
        pump()
      })
    },
    noteNews: applyNews,
  }
}
