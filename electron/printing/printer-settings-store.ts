import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { printerSettingsSchema, type PrinterSettings } from '../../shared/ipc/printer-settings.ts'
import type { PrintLog } from './print-log.ts'

/** What a register prints with until somebody says otherwise: practice mode's printer, 80 mm paper, 203 dpi. */
export const DEFAULT_PRINTER_SETTINGS: PrinterSettings = {
  receipt: { transport: { type: 'practice' }, paperWidthMm: 80, opensDrawer: true },
  label: { transport: { type: 'practice' }, dpi: 203, gapMm: 3, darkness: 8, speedInchesPerSecond: 4 },
}

export type PrinterSettingsStore = {
  /** The stored settings; the default ones when there are none or they are damaged. Read from disk once. */
  readonly read: () => Promise<PrinterSettings>
  /** Rejects when the disk does not take them; the old ones then stand. */
  readonly write: (settings: PrinterSettings) => Promise<void>
}

/** Printer settings as JSON in `filePath`. A damaged file is set aside under a new name and logged, never overwritten. */
export const createPrinterSettingsStore = (filePath: string, log: PrintLog): PrinterSettingsStore => {
  let known: PrinterSettings | null = null
  return {
    read: async () => {
      known ??= await readSettings(filePath, log)
      return known
    },
    write: async (settings) => {
      const checked = printerSettingsSchema.parse(settings)
      await writeAtomically(filePath, `${JSON.stringify(checked, null, 2)}\n`)
      known = checked
    },
  }
}

const readSettings = async (filePath: string, log: PrintLog): Promise<PrinterSettings> => {
  let text: string
  try {
    text = await readFile(filePath, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return DEFAULT_PRINTER_SETTINGS
    log('error', `The printer settings cannot be read: ${String(error)}`)
    return DEFAULT_PRINTER_SETTINGS
  }
  const parsed = parseSettings(text)
  if (parsed !== null) return parsed
  const asidePath = `${filePath}.damaged-${randomUUID()}`
  try {
    await rename(filePath, asidePath)
    log('error', `The printer settings were damaged; they were set aside as ${asidePath}`)
  } catch (error) {
    log('error', `The printer settings are damaged and cannot be set aside: ${String(error)}`)
  }
  return DEFAULT_PRINTER_SETTINGS
}

const parseSettings = (text: string): PrinterSettings | null => {
  try {
    return printerSettingsSchema.parse(JSON.parse(text))
  } catch {
    // The caller says what happens with a damaged file.
    return null
  }
}

const writeAtomically = async (filePath: string, text: string): Promise<void> => {
  await mkdir(dirname(filePath), { recursive: true })
  const temporaryPath = `${filePath}.${randomUUID()}.new`
  try {
    const file = await open(temporaryPath, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporaryPath, filePath)
  } catch (error) {
    await rm(temporaryPath, { force: true })
    throw error
  }
}
