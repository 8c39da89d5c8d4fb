import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** True when the file may be executed. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first of these programs in PATH or the usual folders of Linux, in the order of the names; null when there is none. */
export const findProgram = (
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null => {
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/usr/sbin',
    '/snap/bin',
  ]
  const usable = folders.filter((folder) => folder !== '')
  return names.flatMap((name) => usable.map((folder) => join(folder, name))).find(isExecutable) ?? null
}
