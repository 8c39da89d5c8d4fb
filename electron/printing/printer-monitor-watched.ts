import type { Printer } from '../../shared/domain/printer.ts'
import type { PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import { NOT_LOOKED_AFTER, type Upkeep } from './printer-monitor-upkeep.ts'
import { NOTHING_KNOWN, type PrinterKnowledge } from './printer-monitor-knowledge.ts'

/** A printer that the monitor asks. */
export type Watched = {
  /** What the knowledge holds for: another way, language or leave to ask is another printer. */
  readonly way: string
  knowledge: PrinterKnowledge
  upkeep: Upkeep
  timer: NodeJS.Timeout | null
  isAsking: boolean
  /** Something happened: ask as soon as possible. */
  isWanted: boolean
  lastWork: PrinterStatus['work']
}

/** What tells one printer from another. */
export const wayOf = ({ transport, language, asksStatus }: Printer): string =>
  JSON.stringify([transport, language, asksStatus])

/** One that was never asked. */
export const newlyWatched = (printer: Printer, lastWork: Watched['lastWork']): Watched => ({
  way: wayOf(printer),
  knowledge: firstKnowledge(printer),
  upkeep: NOT_LOOKED_AFTER,
  timer: null,
  isAsking: false,
  isWanted: false,
  lastWork,
})

/** What is known before anything was heard. */
export const firstKnowledge = ({ transport }: Printer): PrinterKnowledge =>
  transport.type === 'practice' ? { ...NOTHING_KNOWN, presence: 'present' } : NOTHING_KNOWN
