/** What the app runs on: real Electron, or the stand-in under Node with the system's Chromium. */
export type Runtime =
  | { readonly type: 'electron'; readonly binary: string }
  | {
      readonly type: 'standin'
      /** One line for the person who started it; null when they asked for the stand-in. */
      readonly because: string | null
    }

/** What the choice needs of the world. */
export type RuntimeDoors = {
  readonly findElectronBinary: () => string | null
  readonly downloadElectron: () => Promise<string | null>
  readonly doesElectronRun: (binary: string) => Promise<boolean>
}

/** The choice could not be followed; the message says why. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError'
}

/**
 * Tries real Electron first, with its own first-use download, and falls back to the stand-in. Nothing is remembered: the
 * next start tries again. `asked` is KONTER_RUNTIME; with `electron` a failure is an error instead of a fallback.
 */
export const chooseRuntime = async (asked: string | undefined, doors: RuntimeDoors): Promise<Runtime> => {
  if (asked !== undefined && asked !== '' && asked !== 'electron' && asked !== 'standin') {
    throw new RuntimeError(`KONTER_RUNTIME must be electron or standin, not "${asked}"`)
  }
  if (asked === 'standin') return { type: 'standin', because: null }
  const fallBack = (why: string): Runtime => {
    if (asked === 'electron') throw new RuntimeError(`Electron was asked for, but ${why}`)
    return { type: 'standin', because: `Running on the stand-in (system Chromium): ${why}` }
  }
  if (doors.findElectronBinary() === null) {
    const problem = await doors.downloadElectron()
    if (problem !== null) return fallBack(`Electron could not be downloaded (${problem})`)
  }
  const binary = doors.findElectronBinary()
  if (binary === null) return fallBack('Electron’s binary is not there after its download')
  if (!(await doors.doesElectronRun(binary))) return fallBack('Electron’s binary does not run on this system')
  return { type: 'electron', binary }
}
