import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder below the system's temporary one where rigs keep what took long to fetch or build; made when it is missing. */
export const rigFolder = (name: string): string => {
  const folder = join(tmpdir(), `konter-rigs-${String(process.getuid?.() ?? 0)}`, name)
  mkdirSync(folder, { recursive: true })
  return folder
}
