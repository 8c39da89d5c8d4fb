import type { Result } from '../../../shared/domain/result.ts'
import { listSerialPorts, type SerialPortInfo } from './serial-port.ts'

/** The serial ports of this computer, as they are now or were a moment ago. */
export type SerialPortLists = {
  readonly now: () => Promise<Result<readonly SerialPortInfo[], string>>
  /** As they were at most five seconds ago. */
  readonly recently: () => Promise<Result<readonly SerialPortInfo[], string>>
  /** Something was not where the last list said; the next one is made anew. */
  readonly forget: () => void
}

const RECENT_MS = 5000

/**
 * Keeps the last list for a moment: Linux starts a program for each, which is too much for the question how a printer is, every second.
 * A job is worth one. What failed is not kept.
 */
export const keepingSerialPorts = (
  list: typeof listSerialPorts = listSerialPorts,
  nowMs: () => number = () => performance.now(),
): SerialPortLists => {
  let last: { readonly atMs: number; readonly ports: Result<readonly SerialPortInfo[], string> } | null = null
  const now: SerialPortLists['now'] = async () => {
    const atMs = nowMs()
    const ports = await list()
    last = ports.ok ? { atMs, ports } : null
    return ports
  }
  return {
    now,
    recently: async () => (last !== null && nowMs() - last.atMs < RECENT_MS ? last.ports : now()),
    forget: () => {
      last = null
    },
  }
}

/** Those of the system, for all printers. */
export const serialPortLists = keepingSerialPorts()
