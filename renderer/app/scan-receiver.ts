import type { Scan } from './scanner.ts'

type Receiver = (scan: Scan) => void

let receiver: Receiver | null = null

/** Where scans go instead of the basket; null for the basket. */
export const scanReceiver = (): Receiver | null => receiver

/** Takes every scan from now on, whatever has the focus; returns a function that gives them back to the basket. */
export const receiveScans = (next: Receiver): (() => void) => {
  receiver = next
  return () => {
    if (receiver === next) receiver = null
  }
}
