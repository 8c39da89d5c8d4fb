import { NO_FAULTS, type PracticeFaults, type ServiceFaults } from '../../shared/ipc/practice.ts'
import type { Destination } from '../../shared/domain/sales-route.ts'

/** How a request is turned away before the service looks at it. */
export type FaultRefusal = 'unavailable' | 'too-many-requests' | 'credentials'

/** The faults of one service as its line sees them. What is taken is used up. */
export type ServiceFaultSwitches = {
  readonly read: () => ServiceFaults
  /** The refusal that the next request gets, or null. */
  readonly takeRefusal: () => FaultRefusal | null
  /** True when the answer of a write that has just committed is to be lost. */
  readonly takeLostAnswer: () => boolean
  /** True when the next answer is to be written twice. */
  readonly takeDoubleAnswer: () => boolean
}

/** The faults of both services. */
export type FaultSwitches = {
  readonly read: () => PracticeFaults
  readonly set: (faults: PracticeFaults) => void
  /** Hears every change, also a counter that falls; returns a function that takes the listener away. */
  readonly onChanged: (listener: (faults: PracticeFaults) => void) => () => void
  readonly of: (service: Destination) => ServiceFaultSwitches
}

/** Switches with nothing wrong. `random` gives numbers in [0, 1) and decides which answers a share loses. */
export const createFaultSwitches = (random: () => number): FaultSwitches => {
  let current: PracticeFaults = { forstok: NO_FAULTS, accurate: NO_FAULTS }
  const listeners = new Set<(faults: PracticeFaults) => void>()
  const set = (faults: PracticeFaults) => {
    current = faults
    for (const listener of listeners) listener(faults)
  }
  const take = (service: Destination, counter: FaultCounter): boolean => {
    const faults = current[service]
    if (faults[counter] <= 0) return false
    set({ ...current, [service]: { ...faults, [counter]: faults[counter] - 1 } })
    return true
  }
  return {
    read: () => current,
    set,
    onChanged: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    of: (service) => ({
      read: () => current[service],
      takeRefusal: () => {
        if (take(service, 'failNextWith5xx')) return 'unavailable'
        if (take(service, 'failNextWith429')) return 'too-many-requests'
        return current[service].refusesCredentials ? 'credentials' : null
      },
      takeLostAnswer: () => {
        if (take(service, 'loseNextAnswers')) return true
        const share = current[service].loseAnswerShare
        return share > 0 && random() < share
      },
      takeDoubleAnswer: () => take(service, 'answerTwiceNext'),
    }),
  }
}

type FaultCounter = 'loseNextAnswers' | 'failNextWith5xx' | 'failNextWith429' | 'answerTwiceNext'
