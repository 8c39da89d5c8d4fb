import { failure, type Result } from '../../shared/domain/result.ts'
import type { FoundPrinter, PrinterSearch } from '../../shared/ipc/printer-settings.ts'
import { errorWords } from './transport.ts'
import { withinTime } from './transports/within-time.ts'

/** One way to look for printers. */
export type SearchWay = {
  readonly way: PrinterSearch['troubles'][number]['way']
  readonly timeoutMs: number
  /** What is there; the failure is the system's words. */
  readonly look: () => Promise<Result<readonly FoundPrinter[], string>>
  /** Looks elsewhere for the same printers when the first look fails; the trouble stands all the same. */
  readonly lookElsewhere?: () => Promise<readonly FoundPrinter[]>
}

/** Looks on these ways at once; one that fails, breaks or takes too long is told of and holds up no other. */
export const searchPrinters = async (ways: readonly SearchWay[]): Promise<PrinterSearch> => {
  const searches = await Promise.all(ways.map(searchOn))
  const found = new Map<string, FoundPrinter>()
  for (const printer of searches.flatMap((search) => search.found)) {
    const key = JSON.stringify(printer.transport)
    if (!found.has(key)) found.set(key, printer)
  }
  return { found: [...found.values()], troubles: searches.flatMap((search) => search.troubles) }
}

const searchOn = async (search: SearchWay): Promise<PrinterSearch> => {
  const looked = await lookInTime(search)
  if (looked.ok) return { found: looked.value, troubles: [] }
  const elsewhere = await looksElsewhere(search)
  return { found: elsewhere, troubles: [{ way: search.way, detail: looked.error }] }
}

const lookInTime = async ({ look, timeoutMs }: SearchWay): ReturnType<SearchWay['look']> => {
  const looking = settled(look)
  return (await withinTime(looking, timeoutMs)) ?? failure(`no answer in ${String(timeoutMs)} ms`)
}

const looksElsewhere = async ({ lookElsewhere, timeoutMs }: SearchWay): Promise<readonly FoundPrinter[]> => {
  if (lookElsewhere === undefined) return []
  try {
    return (await withinTime(lookElsewhere(), timeoutMs)) ?? []
  } catch {
    // The trouble of the first look is told already.
    return []
  }
}

const settled = async (look: SearchWay['look']): ReturnType<SearchWay['look']> => {
  try {
    return await look()
  } catch (error) {
    return failure(errorWords(error))
  }
}
