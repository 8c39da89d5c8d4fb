import { join } from 'node:path'

/** The folders and files of one profile. Practice mode has its own, so that practice data never mixes with real data. */
export type Profile = {
  readonly folder: string
  readonly journalFolder: string
  readonly logFolder: string
  readonly exportFolder: string
  readonly practiceServicesFolder: string
  readonly windowStateFile: string
  readonly printerSettingsFile: string
}

/** What a profile's sales go to: the practice services, other servers by the environment (unpackaged builds), or the real ones. */
export type ProfileKind = 'practice' | 'other-services' | 'live'

/** Lays out a profile below its root; `kind` decides the folder that holds everything, IndexedDB included. */
export const profileAt = (rootFolder: string, kind: ProfileKind): Profile => {
  const folder = kind === 'live' ? rootFolder : join(rootFolder, kind)
  return {
    folder,
    journalFolder: join(folder, 'journal'),
    logFolder: join(folder, 'logs'),
    exportFolder: join(folder, 'exports'),
    practiceServicesFolder: join(folder, 'services'),
    windowStateFile: join(folder, 'window.json'),
    printerSettingsFile: join(folder, 'printers.json'),
  }
}
