import { truncate } from 'node:fs/promises'
import { openJournalFile, type JournalFileHandle, type OpenJournalFile } from '../../electron/journal/journal-file.ts'

/** A disk under the journal that can be taken away in the middle of a call, with or without what was not synced yet. */
export type ChaosDisk = {
  readonly openFile: OpenJournalFile
  /** From now on no call answers; what the system was given already is finished first, as when a process is killed. */
  readonly freeze: () => Promise<void>
  /** Cuts each file back to a random place behind what was synced, as a power cut may. Only when frozen. */
  readonly losePower: (random: () => number) => Promise<void>
}

type FileState = { syncedBytes: number; bytes: number }

const never = (): Promise<never> => new Promise<never>(() => undefined)

/** `knownSizes` outlives the disk: what an earlier life has synced stays synced. */
export const createChaosDisk = (knownSizes: Map<string, FileState>): ChaosDisk => {
  const handles = new Set<JournalFileHandle>()
  const underWay = new Set<Promise<unknown>>()
  let isFrozen = false

  const call = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (isFrozen) return never()
    const working = work()
    underWay.add(working)
    const value = await working.finally(() => underWay.delete(working))
    return isFrozen ? never() : value
  }

  const openFile: OpenJournalFile = (path) =>
    call(async () => {
      const { handle, wasCreated } = await openJournalFile(path)
      handles.add(handle)
      const { size } = await handle.stat()
      const state = knownSizes.get(path) ?? { syncedBytes: size, bytes: size }
      state.bytes = size
      knownSizes.set(path, state)
      const watched: JournalFileHandle = {
        write: (bytes, offset, length, position) =>
          call(async () => {
            const written = await handle.write(bytes, offset, length, position)
            state.bytes = Math.max(state.bytes, position + written.bytesWritten)
            return written
          }),
        read: (buffer, offset, length, position) => call(() => handle.read(buffer, offset, length, position)),
        datasync: () =>
          call(async () => {
            const { bytes } = state
            await handle.datasync()
            state.syncedBytes = Math.max(state.syncedBytes, bytes)
          }),
        truncate: (length) => call(() => handle.truncate(length)),
        stat: () => call(() => handle.stat()),
        close: () =>
          call(async () => {
            handles.delete(handle)
            await handle.close()
          }),
      }
      return { handle: watched, wasCreated }
    })

  return {
    openFile,
    freeze: async () => {
      isFrozen = true
      while (underWay.size > 0) await Promise.allSettled(underWay)
      await Promise.all([...handles].map((handle) => handle.close()))
      handles.clear()
    },
    losePower: async (random) => {
      for (const [path, state] of knownSizes) {
        if (state.bytes <= state.syncedBytes) continue
        state.bytes = state.syncedBytes + Math.floor(random() * (state.bytes - state.syncedBytes + 1))
        state.syncedBytes = state.bytes
        await truncate(path, state.bytes)
      }
    },
  }
}
