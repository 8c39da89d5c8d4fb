import { randomUUID } from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import { printerSettingsSchema, type PrinterSettings } from '../../shared/domain/printer.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { fromEarlierSettings } from './earlier-printer-settings.ts'
import type { PrintLog } from './print-log.ts'
import { takingTurns } from './taking-turns.ts'

export type PrinterSettingsStore = {
  /** The stored settings; the initial ones when there are none or they are damaged. Read from disk once. */
  readonly read: () => Promise<PrinterSettings>
  /** Rejects when the disk does not take them; the old ones then stand. */
  readonly write: (settings: PrinterSettings) => Promise<void>
}

/**
 * Printer settings as JSON in `filePath`; `initial` until somebody writes some. A damaged file is set aside under a new name
 * and logged, never overwritten.
 */
export const createPrinterSettingsStore = (
  filePath: string,
  initial: PrinterSettings,
  log: PrintLog,
): PrinterSettingsStore => {
  let known: PrinterSettings | null = null
  const turns = takingTurns()
  return {
    read: async () => {
      known ??= (await readSettings(filePath, initial, log)) ?? initial
      return known
    },
    write: (settings) =>
      // Two at once would write into one half-made file.
      turns.take(filePath, async () => {
        const checked = printerSettingsSchema.parse(settings)
        await writeFileAtomically(filePath, `${JSON.stringify(checked, null, 2)}\n`)
        known = checked
      }),
  }
}

/** Null when there are none that can be read. */
const readSettings = async (
  filePath: string,
  initial: PrinterSettings,
  log: PrintLog,
): Promise<PrinterSettings | null> => {
  let text: string
  try {
    text = await readFile(filePath, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    log('error', `The printer settings cannot be read: ${String(error)}`)
    return null
  }
  const parsed = parseSettings(text, initial)
  if (parsed !== null) return parsed
  const asidePath = `${filePath}.damaged-${randomUUID()}`
  try {
    await rename(filePath, asidePath)
    log('error', `The printer settings were damaged; they were set aside as ${asidePath}`)
  } catch (error) {
    log('error', `The printer settings are damaged and cannot be set aside: ${String(error)}`)
  }
  return null
}

const parseSettings = (text: string, initial: PrinterSettings): PrinterSettings | null => {
  try {
    const raw: unknown = JSON.parse(text)
    return fromEarlierSettings(raw, initial) ?? printerSettingsSchema.parse(raw)
  } catch {
    // The caller says what happens with a damaged file.
    return null
  }
}
