import { constants, type Stats } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { errorCode } from './trouble-of-error.ts'

/** An open device; `isTwoWay` when its answers can be read, `isDevice` for what is no plain file or pipe. */
export type OpenDevice = { readonly file: FileHandle; readonly isTwoWay: boolean; readonly isDevice: boolean }

// Windows has neither; there they are 0.
const FLAGS = (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/** Linux's major number of memory, /dev/null among it: what is written there is no paper. */
const MEMORY_MAJOR = 1

/** A file, a folder or a disk under a device's name must never be written over; settings may come from anybody's file. */
const refuseOther = (path: string, found: Stats): void => {
  const isMemory = process.platform === 'linux' && found.isCharacterDevice() && found.rdev >> 8 === MEMORY_MAJOR
  if (!found.isFile() && !found.isDirectory() && !found.isBlockDevice() && !isMemory) return
  throw Object.assign(new Error(`${path} is no printer`), { code: 'ENODEV' })
}

/**
 * Opens a printer's device file without creating it, so that a missing printer never becomes a file on the disk, and without
 * blocking, so that a stopped printer holds up no thread. For reading too where it is a device that allows it. Rejects for
 * whatever is neither a device nor a pipe.
 */
export const openDevice = async (path: string): Promise<OpenDevice> => {
  // Only devices: a pipe opened for reading too would seem to have a reader.
  const isDevice = process.platform !== 'win32' && (await stat(path)).isCharacterDevice()
  const file = isDevice ? await openBothWays(path) : null
  const device = { file: file ?? (await open(path, constants.O_WRONLY | FLAGS)), isTwoWay: file !== null, isDevice }
  try {
    // Of what was opened, not of what the name meant before.
    refuseOther(path, await device.file.stat())
    return device
  } catch (error) {
    await device.file.close()
    throw error
  }
}

/** Null where the device may only be written to. */
const openBothWays = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, constants.O_RDWR | FLAGS)
  } catch (error) {
    if (['EACCES', 'EPERM', 'EINVAL', 'EROFS'].includes(errorCode(error) ?? '')) return null
    throw error
  }
}
