import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { errorWords, type Transport, type TransportReport } from './transport.ts'

export type DeviceLimits = {
  /** How long the printer may take nothing before the job counts as stuck. */
  readonly stallTimeoutMs: number
  readonly retryEveryMs: number
}

/** Bounds for a printer on a cable. */
export const DEVICE_LIMITS: DeviceLimits = { stallTimeoutMs: 10_000, retryEveryMs: 20 }

const CHUNK_BYTES = 16_384
/**
 * Closing a Linux printer device drops the write that is still on its way to the printer. The end of a job therefore goes as
 * a write of its own, which the device takes only after the one before it has arrived; every job ends in bytes whose loss
 * does no harm.
 */
const TAIL_BYTES = 2

/**
 * A printer's device file. Opened without creating it, so that a missing printer never becomes a file on the disk, and
 * without blocking, so that a stopped printer holds up no thread.
 */
export const createDeviceTransport = (path: string, limits: DeviceLimits = DEVICE_LIMITS): Transport => ({
  send: async (bytes) => {
    let file: FileHandle
    try {
      // Windows has no O_NONBLOCK; there it is 0.
      file = await open(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0))
    } catch (error) {
      const trouble = `Printer ${path} tidak dapat dibuka (${errorWords(error)})`
      return { acceptedBytes: 0, hasBegun: false, trouble, answers: new Uint8Array() }
    }
    const report = await writeAll(file, bytes, limits)
    try {
      await file.close()
    } catch (error) {
      const trouble = report.trouble ?? `Printer ${path} tidak dapat ditutup (${errorWords(error)})`
      return { ...report, trouble }
    }
    return report
  },
})

const writeAll = async (file: FileHandle, bytes: Uint8Array, limits: DeviceLimits): Promise<TransportReport> => {
  const tailStart = Math.max(0, bytes.length - TAIL_BYTES)
  let acceptedBytes = 0
  let waitedMs = 0
  const report = (trouble: string | null): TransportReport => ({
    acceptedBytes,
    // A device that answers "again" has taken nothing, and so has one that refuses its first write.
    hasBegun: acceptedBytes > 0,
    trouble,
    answers: new Uint8Array(),
  })
  while (acceptedBytes < bytes.length) {
    const end = acceptedBytes < tailStart ? Math.min(acceptedBytes + CHUNK_BYTES, tailStart) : bytes.length
    try {
      const { bytesWritten } = await file.write(bytes, acceptedBytes, end - acceptedBytes)
      acceptedBytes += bytesWritten
      if (bytesWritten > 0) {
        waitedMs = 0
        continue
      }
    } catch (error) {
      if (!isBusy(error)) return report(`Printer menolak data (${errorWords(error)})`)
    }
    if (waitedMs >= limits.stallTimeoutMs) return report('Printer berhenti menerima data (kertas habis?)')
    await wait(limits.retryEveryMs)
    waitedMs += limits.retryEveryMs
  }
  return report(null)
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EAGAIN'
