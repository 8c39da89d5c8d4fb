import type { ActionableError } from '../../shared/ipc/contract.ts'
import { failure, type Result } from '../../shared/domain/result.ts'
import { DESTINATIONS, type Destination } from '../../shared/domain/sales-route.ts'
import type { Link } from '../../shared/ipc/link.ts'
import { createAccurateClient, type AccurateAccess } from './accurate/accurate-client.ts'
import { createAccurateDestination } from './accurate/accurate-destination.ts'
import { createAbsenceTrust } from './absence-trust.ts'
import { createClaimRunner, type OnStepSent } from './claim-runner.ts'
import { createDestinationLoop, type DestinationLoop } from './destination-loop.ts'
import { createForstokClient, type ForstokAccess } from './forstok/forstok-client.ts'
import { createForstokDestination } from './forstok/forstok-destination.ts'
import { createForstokGateway } from './forstok/forstok-gateway.ts'
import { pullForstokStock, type StockPulled } from './forstok/stock-pull.ts'
import { createVariantReader } from './forstok/variant-reader.ts'
import { createHttpClient } from './http/http-client.ts'
import { createInFlightGate } from './in-flight-gate.ts'
import { createLinkTracker, type LinkTracker } from './link-tracker.ts'
import type { NumbersAtDestination } from './judge-register-code.ts'
import { createRateLimiter } from './rate-limiter.ts'
import { createSharedRun } from './shared-run.ts'
import type { Gateway } from './step-report.ts'
import type { SyncLog } from './sync-log.ts'
import type { SyncPage } from './sync-page.ts'
import { DEFAULT_SYNC_TIMING, type SyncTiming } from './sync-timing.ts'

/** Addresses and credentials of both services. They stay in the main process. */
export type ServiceAccess = { readonly forstok: ForstokAccess; readonly accurate: AccurateAccess }

export type SyncEngine = {
  readonly start: () => void
  /** Gives back what was not begun and waits, bounded, for calls under way. The engine cannot be started again. */
  readonly stop: () => Promise<void>
  /** Something is due; null means at both. Also tries a line that is down, now. Returns at once. */
  readonly kick: (destination: Destination | null) => void
  /** Pushes what is due to Forstok, then pulls its stock levels into the page. */
  readonly pullStock: () => Promise<Result<StockPulled, ActionableError>>
  readonly links: () => readonly Link[]
  /** What both services hold under a register code. */
  readonly findNumbersOf: (code: string) => Promise<readonly NumbersAtDestination[]>
}

/** Carries the outbox's steps to both services. It holds no state worth keeping: a killed engine is healed by leases and look-ups. */
export const createSyncEngine = (options: {
  readonly access: ServiceAccess
  readonly page: SyncPage
  /** Wall clock, epoch milliseconds. */
  readonly now: () => number
  readonly mintId: () => string
  readonly onLinksChanged: (links: readonly Link[]) => void
  /** Called as soon as a step is known to have arrived, before it is settled. */
  readonly onStepSent: OnStepSent
  readonly log: SyncLog
  readonly timing?: Partial<SyncTiming>
}): SyncEngine => {
  const { access, page, now, mintId, log } = options
  const timing: SyncTiming = { ...DEFAULT_SYNC_TIMING, ...options.timing }
  const monotonicNow = (): number => performance.now()
  const { requestTimeoutMs, connectTimeoutMs } = timing

  const forstokClient = createForstokClient({
    access: access.forstok,
    http: (secrets) => createHttpClient({ requestTimeoutMs, connectTimeoutMs, secrets }),
    now,
  })
  const forstok = createForstokGateway(forstokClient)
  const variants = createVariantReader({
    client: forstokClient,
    limiter: createRateLimiter({ intervalMs: timing.stockCallIntervalMs, burst: timing.stockCallBurst }, monotonicNow),
    now,
    retryPauseMs: timing.backOffFloorMs,
  })
  const accurateSecrets = [access.accurate.apiToken, access.accurate.signatureSecret]
  const gateways: Readonly<Record<Destination, Gateway>> = {
    forstok: createForstokDestination({
      gateway: forstok,
      variants,
      trust: createAbsenceTrust(timing.forstokAbsenceTrustDelayMs, { now, monotonicNow }),
      now,
      close: forstokClient.close,
    }),
    accurate: createAccurateDestination({
      client: createAccurateClient({
        access: access.accurate,
        http: createHttpClient({ requestTimeoutMs, connectTimeoutMs, secrets: () => accurateSecrets }),
        // Half a token of burst lets a late timer catch up; even so no second ever sees more than 7 calls.
        limiter: createRateLimiter({ intervalMs: 1_000 / timing.accurateCallsPerSecond, burst: 1.5 }, monotonicNow),
        gate: createInFlightGate(timing.accurateInFlight),
        now,
      }),
      trust: createAbsenceTrust(timing.accurateAbsenceTrustDelayMs, { now, monotonicNow }),
      now,
    }),
  }

  const createLink = (destination: Destination): LinkTracker =>
    createLinkTracker({
      destination,
      now,
      troublesToDown: timing.troublesToDown,
      lastAnswerNewsMs: timing.lastAnswerNewsMs,
      onChanged: () => options.onLinksChanged(links()),
    })
  const trackers: Readonly<Record<Destination, LinkTracker>> = {
    forstok: createLink('forstok'),
    accurate: createLink('accurate'),
  }
  const links = (): readonly Link[] => DESTINATIONS.map((destination) => trackers[destination].read())

  const createLoop = (destination: Destination, inFlight: number, onDrained: () => void): DestinationLoop => {
    const gateway = gateways[destination]
    const runner = createClaimRunner({
      gateway,
      page,
      timing,
      now,
      monotonicNow,
      onStepSent: options.onStepSent,
      log,
    })
    return createDestinationLoop({
      destination,
      gateway,
      runner,
      link: trackers[destination],
      page,
      timing,
      inFlight,
      now,
      monotonicNow,
      mintId,
      onDrained,
      log,
    })
  }
  /** The `sinceMs` of the up-time for which stock was last pulled without being asked. */
  let pulledForLinkSinceMs: number | null = null
  const loops: Readonly<Record<Destination, DestinationLoop>> = {
    forstok: createLoop('forstok', timing.forstokInFlight, () => {
      const { sinceMs } = trackers.forstok.read()
      if (pulledForLinkSinceMs === sinceMs) return
      pulledForLinkSinceMs = sinceMs
      pullUnasked()
    }),
    accurate: createLoop('accurate', timing.accurateInFlight, () => undefined),
  }

  const pullStock = createSharedRun(
    async () => {
      const isPushed = await loops.forstok.drained(timing.pushBeforePullMs)
      if (!isPushed) log.info('stock: pulling although not everything could be pushed first')
    },
    async (): Promise<Result<StockPulled, ActionableError>> => {
      if (!trackers.forstok.isOpen()) return failure(notConnected(trackers.forstok.read().reason))
      const pulled = await pullForstokStock({
        variants,
        readDirectory: forstok.readDirectory,
        listWarehouses: forstok.listWarehouses,
        page,
        now,
        onNews: loops.forstok.noteNews,
      })
      log.info(pulled.ok ? `stock: ${pulled.value.skuCount} levels` : `stock: ${pulled.error.detail ?? ''}`)
      return pulled
    },
  )
  const pullUnasked = (): void => {
    pullStock().catch((error: unknown) => log.error(`stock: pulling failed: ${String(error)}`))
  }

  let pullTimer: NodeJS.Timeout | null = null
  return {
    start: () => {
      for (const destination of DESTINATIONS) loops[destination].start()
      pullTimer ??= setInterval(() => {
        if (trackers.forstok.isOpen()) pullUnasked()
      }, timing.stockPullIntervalMs)
    },
    stop: async () => {
      if (pullTimer !== null) clearInterval(pullTimer)
      await Promise.all(DESTINATIONS.map(async (destination) => loops[destination].stop()))
    },
    kick: (destination) => {
      for (const kicked of destination === null ? DESTINATIONS : [destination]) loops[kicked].kick()
    },
    pullStock,
    links,
    findNumbersOf: async (code) =>
      Promise.all(
        DESTINATIONS.map(async (destination) => ({
          destination,
          found: await gateways[destination].findNumbersOf(code),
        })),
      ),
  }
}

const notConnected = (reason: string | null): ActionableError => ({
  code: 'forstok-not-connected',
  message: {
    id: 'Forstok tidak tersambung, jadi stok belum diperbarui. Penjualan tetap jalan dengan angka terakhir.',
    en: 'Forstok is not connected, so stock was not updated. Selling goes on with the last figures.',
  },
  detail: reason,
})
