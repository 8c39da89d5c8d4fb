import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { salePaperSchema } from '../../shared/domain/sale-paper.ts'
import { saleSchema } from '../../shared/domain/sale.ts'
import { remoteRecordSchema } from '../../shared/domain/step.ts'
import { keptRecordSchema, tenderConfirmationSchema, voidingSchema } from '../../shared/ipc/contract.ts'

const laterRecords = [
  /** The page's transaction is durable: the screen may have said paid. */
  z.object({ type: z.literal('committed'), saleId: z.string(), atMs: z.number() }),
  z.object({
    type: z.literal('step-sent'),
    saleId: z.string(),
    stepId: z.string(),
    remote: remoteRecordSchema,
    atMs: z.number(),
  }),
  /** A person closed the step; a null reason takes that back. */
  z.object({
    type: z.literal('step-closed'),
    saleId: z.string(),
    stepId: z.string(),
    reason: z.string().nullable(),
    atMs: z.number(),
  }),
  z.object({ type: z.literal('discarded'), saleId: z.string(), reason: z.string(), atMs: z.number() }),
  /** Called off before anything of it was sent: it owes nothing. */
  z.object({ type: z.literal('voided'), saleId: z.string(), voiding: voidingSchema }),
  z.object({ type: z.literal('tender-confirmed'), saleId: z.string(), confirmation: tenderConfirmationSchema }),
  /** The highest sequences of a day whose file is about to be removed. `prefix` is a number without its sequence. */
  z.object({
    type: z.literal('retired'),
    day: z.string(),
    highest: z.array(z.object({ prefix: z.string(), sequence: z.number().int() })).readonly(),
  }),
] as const

/** What was given to printers before the page had written the sale. Sales of earlier versions have none, and what this version cannot read keeps no sale back. */
const papers = { papers: z.array(salePaperSchema).readonly().default([]).catch([]) }

/** One line of a journal file. `contentChecksum` tells two versions of an unfinished sale apart. */
export const journalRecordSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sale'), contentChecksum: z.string(), sale: saleSchema, ...papers }),
  /** A copy of something else than a sale; a later one of the same id takes its place. */
  z.object({ type: z.literal('kept'), record: keptRecordSchema }),
  ...laterRecords,
])
export type JournalRecord = z.infer<typeof journalRecordSchema>

/** What is kept in memory of a line. The body of a sale or a copy is read from the file again when it is asked for. */
export const indexedRecordSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sale'),
    contentChecksum: z.string(),
    ...papers,
    sale: z.object({
      id: z.string(),
      number: z.string(),
      // Sales of earlier versions have none.
      returnNumber: z.string().nullable().default(null),
      paidAtMs: z.number(),
    }),
  }),
  z.object({
    type: z.literal('kept'),
    record: z.object({ id: z.string(), kind: z.enum(['shift', 'cash-move', 'stock-document']), atMs: z.number() }),
  }),
  ...laterRecords,
])
export type IndexedRecord = z.infer<typeof indexedRecordSchema>

const HEAD = '{"checksum":"'
const MIDDLE = '","record":'
const CHECKSUM_LENGTH = 8
const BODY_START = HEAD.length + CHECKSUM_LENGTH + MIDDLE.length

/** CRC-32 as eight hex digits. */
export const checksumOf = (text: string): string => crc32(text).toString(16).padStart(CHECKSUM_LENGTH, '0')

/** The record as one line of JSON that carries its own checksum, with its line end. */
export const encodeRecord = (record: JournalRecord): string => {
  const body = JSON.stringify(record)
  return `${HEAD}${checksumOf(body)}${MIDDLE}${body}}\n`
}

/** The record's JSON value, or null when the line is torn or damaged. Its shape is the caller's to parse. */
export const decodeLine = (line: string): unknown => {
  if (!line.startsWith(HEAD) || !line.endsWith('}')) return null
  const body = line.slice(BODY_START, -1)
  if (line.slice(HEAD.length, HEAD.length + CHECKSUM_LENGTH) !== checksumOf(body)) return null
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
