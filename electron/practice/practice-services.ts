import { setMaxListeners } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PracticeFaults, PracticeHoldings } from '../../shared/ipc/practice.ts'
import { accurateEventSchema } from './accurate/accurate-events.ts'
import { ACCURATE_REFUSALS, createAccurateService } from './accurate/accurate-service.ts'
import { applyAccurateEvent, seedAccurateState } from './accurate/accurate-state.ts'
import { openEventLog } from './event-log.ts'
import { createFaultSwitches } from './fault-switches.ts'
import { forstokEventSchema } from './forstok/forstok-events.ts'
import { createForstokService, FORSTOK_REFUSALS } from './forstok/forstok-service.ts'
import { applyForstokEvent, seedForstokState } from './forstok/forstok-state.ts'
import { PRACTICE_CREDENTIALS } from './practice-credentials.ts'
import { openPracticeLine } from './practice-line.ts'
import { loadOrWriteSeed, type PracticeSeedItem } from './practice-seed.ts'
import { readHoldings } from './read-holdings.ts'
import { seededRandom } from './seeded-random.ts'
import { createHandle } from './service-answer.ts'

export type { PracticeSeedItem } from './practice-seed.ts'

/** The simulators of Forstok and Accurate Online, serving on 127.0.0.1. */
export type PracticeServices = {
  /** Base addresses; the client appends `/api/v2/auth`, `/api/v2/orders.json`, `/api/api-token.do` and so on. */
  readonly forstokAuthUrl: string
  readonly forstokSellerUrl: string
  readonly accurateUrl: string
  readonly credentials: {
    readonly forstok: { readonly id: string; readonly secretKey: string }
    readonly accurate: { readonly apiToken: string; readonly signatureSecret: string }
  }
  readonly getFaults: () => PracticeFaults
  readonly setFaults: (faults: PracticeFaults) => void
  readonly readHoldings: () => PracticeHoldings
  /** Hears every change of the faults, also a counter that falls; returns a function that takes the listener away. */
  readonly onFaultsChanged: (listener: (faults: PracticeFaults) => void) => () => void
  /** Breaks all connections and closes the files. */
  readonly stop: () => Promise<void>
}

export type PracticeServicesOptions = {
  /** Where both services keep what they hold. Two instances must not share one. */
  readonly directory: string
  /** Asked for only when the folder has no seed yet. */
  readonly seed: () => Promise<readonly PracticeSeedItem[]>
  readonly now: () => number
  /** Numbers in [0, 1) that decide which answers `loseAnswerShare` loses; the same for every run unless given. */
  readonly random?: () => number
}

const DEFAULT_RANDOM_SEED = 20_261_121

/** Starts both services on what the folder holds. Rejects when the folder cannot be read or written, or no port is free. */
export const startPracticeServices = async (options: PracticeServicesOptions): Promise<PracticeServices> => {
  const { directory, now } = options
  mkdirSync(directory, { recursive: true })
  const faults = createFaultSwitches(options.random ?? seededRandom(DEFAULT_RANDOM_SEED))
  const stopping = new AbortController()
  // Every delayed answer listens: many at once are no leak.
  setMaxListeners(0, stopping.signal)
  const seed = await loadOrWriteSeed(directory, options.seed, now)

  const forstokLog = openEventLog(join(directory, 'forstok.jsonl'), forstokEventSchema)
  const forstokState = seedForstokState(seed)
  for (const event of forstokLog.replayed) applyForstokEvent(forstokState, event)
  const forstokHandle = createHandle({
    faults: faults.of('forstok'),
    refusals: FORSTOK_REFUSALS,
    now,
    stopped: stopping.signal,
  })
  const forstok = createForstokService({ state: forstokState, log: forstokLog, handle: forstokHandle, now })

  const accurateLog = openEventLog(join(directory, 'accurate.jsonl'), accurateEventSchema)
  const accurateState = seedAccurateState(seed)
  for (const event of accurateLog.replayed) applyAccurateEvent(accurateState, event)
  const accurateHandle = createHandle({
    faults: faults.of('accurate'),
    refusals: ACCURATE_REFUSALS,
    now,
    stopped: stopping.signal,
  })
  const origins = { accurate: '' }
  const accurate = createAccurateService({
    state: accurateState,
    log: accurateLog,
    handle: accurateHandle,
    now,
    origin: () => origins.accurate,
  })

  await Promise.all([forstok.ready(), accurate.ready()])
  const forstokLine = await openPracticeLine((request, response) => forstok.routing(request, response))
  const accurateLine = await openPracticeLine((request, response) => accurate.routing(request, response))
  origins.accurate = accurateLine.origin
  faults.onChanged((changed) => {
    forstokLine.setCut(changed.forstok.isCut)
    accurateLine.setCut(changed.accurate.isCut)
  })

  let isStopped = false
  return {
    forstokAuthUrl: forstokLine.origin,
    forstokSellerUrl: forstokLine.origin,
    accurateUrl: accurateLine.origin,
    credentials: PRACTICE_CREDENTIALS,
    getFaults: faults.read,
    setFaults: faults.set,
    readHoldings: () => readHoldings(forstokState, accurateState),
    onFaultsChanged: faults.onChanged,
    stop: async () => {
      if (isStopped) return
      isStopped = true
      stopping.abort()
      forstokLine.stop()
      accurateLine.stop()
      await Promise.all([forstok.close(), accurate.close()])
      forstokLog.close()
      accurateLog.close()
    },
  }
}
