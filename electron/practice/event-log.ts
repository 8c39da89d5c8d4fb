import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs'
import type { z } from 'zod'

/** An append-only file of events, one JSON line each. */
export type EventLog<Event> = {
  /** What stood in the file when it was opened, oldest first. */
  readonly replayed: readonly Event[]
  /** Writes one event before it returns, so that it survives the death of the process. Throws when the disk refuses. */
  readonly append: (event: Event) => void
  readonly close: () => void
}

const NEWLINE = 0x0a

/**
 * Opens or creates the log at `path`. A last line that a killed process left unfinished is cut off; an unreadable line
 * before it throws, since leaving it out would silently change what the service holds.
 */
export const openEventLog = <Event>(path: string, schema: z.ZodType<Event>): EventLog<Event> => {
  const replayed = existsSync(path) ? replay(path, schema) : []
  const descriptor = openSync(path, 'a')
  return {
    replayed,
    append: (event) => {
      const lengthBefore = fstatSync(descriptor).size
      try {
        appendFileSync(descriptor, `${JSON.stringify(event)}\n`)
      } catch (cause) {
        // A full disk may have taken half of the line; the next one must not be glued to it.
        ftruncateSync(descriptor, lengthBefore)
        throw cause
      }
    },
    close: () => closeSync(descriptor),
  }
}

const replay = <Event>(path: string, schema: z.ZodType<Event>): readonly Event[] => {
  const bytes = readFileSync(path)
  const completeLength = bytes.lastIndexOf(NEWLINE) + 1
  if (completeLength < bytes.length) truncateSync(path, completeLength)
  const lines = bytes.subarray(0, completeLength).toString('utf8').split('\n').slice(0, -1)
  return lines.map((line, index) => {
    const event = parseLine(line, schema)
    if (event === null) throw new Error(`Line ${String(index + 1)} of ${path} is not an event of this service`)
    return event
  })
}

const parseLine = <Event>(line: string, schema: z.ZodType<Event>): Event | null => {
  try {
    const parsed = schema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
