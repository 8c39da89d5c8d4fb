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

/** Lays out a profile below its root; `mode` decides the folder that holds everything, IndexedDB included. */
export const profileAt = (rootFolder: string, mode: 'practice' | 'live'): Profile => {
  const folder = mode === 'practice' ? join(rootFolder, 'practice') : rootFolder
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
