import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { writeFileAtomically } from '../../write-file-atomically.ts'
import { nothingLeft, type Transport } from '../transport.ts'
import { createJobTally } from './job-tally.ts'
import { troubleOfOpening } from './trouble-of-error.ts'

/** Every job becomes a file of its own in a folder, whole or not at all. `mintName` gives names that were never used. */
export const createFileTransport = (folder: string, mintName: () => string = freshName): Transport => ({
  send: async (bytes, options = {}) => {
    const tally = createJobTally(options)
    try {
      await writeFileAtomically(join(folder, mintName()), bytes)
    } catch (error) {
      // A file that has its name is whole; without it nothing was printed.
      return nothingLeft(troubleOfOpening(error))
    }
    tally.accept(bytes.length)
    return tally.report(null)
  },
  ask: async () => {
    try {
      if ((await stat(folder)).isDirectory()) return { type: 'deaf' }
      return { type: 'absent', trouble: printTrouble('not-found', folder) }
    } catch (error) {
      return { type: 'absent', trouble: troubleOfOpening(error) }
    }
  },
})

const freshName = (): string => {
  const time = new Date().toISOString().replaceAll(/[:.]/gu, '-')
  return `konter-${time}-${crypto.randomUUID().slice(0, 8)}.prn`
}
