import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The parts of an open file that the journal uses; `node:fs/promises` gives it, tests give one whose disk is full. */
export type JournalFileHandle = {
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesWritten: number }>
  readonly read: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesRead: number }>
  readonly datasync: () => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  readonly stat: () => Promise<{ size: number }>
  readonly close: () => Promise<void>
}

/** Opens a file for reading and writing; `wasCreated` tells that its folder entry is not durable yet. */
export type OpenJournalFile = (path: string) => Promise<{ handle: JournalFileHandle; wasCreated: boolean }>

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** Opens with `r+`, since a file opened for appending cannot be truncated on Windows. */
export const openJournalFile: OpenJournalFile = async (path) => {
  try {
    return { handle: await open(path, 'r+'), wasCreated: false }
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    return { handle: await open(path, 'wx+'), wasCreated: true }
  }
}

/** Makes a new entry of a folder durable. Windows has no such call and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const LINE_END = 0x0a

/** An append failed and could not be taken away again: its line may stand in the file. `cause` is why it failed. */
export class TornAppendError extends Error {
  override readonly name = 'TornAppendError'
}

/** A file that only grows. An append that fails leaves no trace, and a torn end of an earlier run never swallows what follows. */
export class AppendOnlyFile {
  readonly #handle: JournalFileHandle
  #size: number
  #endsInsideLine: boolean

  private constructor(handle: JournalFileHandle, size: number, endsInsideLine: boolean) {
    this.#handle = handle
    this.#size = size
    this.#endsInsideLine = endsInsideLine
  }

  /** Opens or creates the file; a new one is entered durably into its folder. */
  static async open(folder: string, name: string, openFile: OpenJournalFile): Promise<AppendOnlyFile> {
    const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined
    const { handle, wasCreated } = await openFile(join(folder, name))
    try {
      if (isNewFolder) await syncFolder(dirname(folder))
      if (wasCreated) await syncFolder(folder)
      const { size } = await handle.stat()
      const last = new Uint8Array(1)
      if (size > 0) await handle.read(last, 0, 1, size - 1)
      return new AppendOnlyFile(handle, size, size > 0 && last[0] !== LINE_END)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Appends a line; answers where it begins. When it throws, the file is as long as before; with a TornAppendError it may not be. */
  async append(line: string, isDurable: boolean): Promise<{ readonly offset: number; readonly length: number }> {
    const separator = this.#endsInsideLine ? '\n' : ''
    const bytes = Buffer.from(separator + line, 'utf8')
    try {
      let written = 0
      while (written < bytes.length) {
        const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#size + written)
        if (bytesWritten === 0) throw new Error('The file took no bytes')
        written += bytesWritten
      }
      if (isDurable) await this.#handle.datasync()
    } catch (error) {
      if (await this.#cutBack()) throw error
      throw new TornAppendError('What was appended could not be taken away', { cause: error })
    }
    const offset = this.#size + separator.length
    this.#size += bytes.length
    this.#endsInsideLine = false
    return { offset, length: bytes.length - separator.length - 1 }
  }

  /** The bytes of one line that was appended or indexed earlier. */
  async read(offset: number, length: number): Promise<string> {
    const buffer = Buffer.alloc(length)
    let done = 0
    while (done < length) {
      const { bytesRead } = await this.#handle.read(buffer, done, length - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return buffer.toString('utf8', 0, done)
  }

  /** Closes the file; nothing may be appended afterwards. */
  async close(): Promise<void> {
    await this.#handle.close()
  }

  /** Takes a failed append away; false where even that fails, and the line may stand in the file, whole or torn. */
  async #cutBack(): Promise<boolean> {
    try {
      await this.#handle.truncate(this.#size)
      return true
    } catch {
      // The disk refuses everything; the append's own error is what the caller must see.
      return false
    }
  }
}
