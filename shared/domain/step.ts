import { z } from 'zod'
import { bilingualSchema } from './bilingual.ts'
import { rupiahSchema } from './money.ts'
import { saleSchema } from './sale.ts'
import { destinationSchema } from './sales-route.ts'
import { stockDocumentSchema } from './stock-document.ts'

export const stepKindSchema = z.enum([
  'forstok.order',
  'forstok.ready-to-ship',
  'forstok.delivered',
  /** Goods came back: no public call is known, so a person does it at Forstok and ticks it off. */
  'forstok.return',
  /** A count, goods in or out, or a transfer between warehouses. */
  'forstok.stock',
  'accurate.invoice',
  'accurate.return',
  /** What came back pays for part of what is sold, in an exchange. */
  'accurate.offset',
  'accurate.receipt',
  /** Money given back. */
  'accurate.refund',
  'accurate.adjustment',
])
export type StepKind = z.infer<typeof stepKindSchema>

/** What the service calls its copy. */
export const remoteRecordSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  total: rupiahSchema.nullable(),
})
export type RemoteRecord = z.infer<typeof remoteRecordSchema>

/** Why a person must look: the server's own words and what to do. */
export const attentionSchema = z.object({
  code: z.string(),
  /** The server's own words. */
  message: z.string(),
  remedy: bilingualSchema,
  httpStatus: z.number().int().nullable(),
})
export type Attention = z.infer<typeof attentionSchema>

/** `send` makes the call; `resolve` only looks the number up, because an earlier call may have arrived. */
export const claimModeSchema = z.enum(['send', 'resolve'])
export type ClaimMode = z.infer<typeof claimModeSchema>

export const stepOutcomeSchema = z.discriminatedUnion('type', [
  /** The service has it (it answered so, or a look-up found it). */
  z.object({
    type: z.literal('sent'),
    remote: remoteRecordSchema,
    httpStatus: z.number().int().nullable(),
    message: z.string(),
  }),
  /** Nothing reached the service (or a look-up failed): try the same again later, not before `notBeforeMs` where the service said so. */
  z.object({
    type: z.literal('retry'),
    message: z.string(),
    httpStatus: z.number().int().nullable(),
    notBeforeMs: z.number().int().nullable(),
  }),
  /** The request left and no trusted answer came: look it up before anything else. */
  z.object({ type: z.literal('unknown'), message: z.string(), httpStatus: z.number().int().nullable() }),
  /** A look-up says that the service does not have it: it may be sent (again). */
  z.object({ type: z.literal('absent'), message: z.string() }),
  /** Refused, or arrived with a difference: a person must look. `remote` is set when the service does hold a record. */
  z.object({
    type: z.literal('attention'),
    attention: attentionSchema,
    remote: remoteRecordSchema.nullable(),
    /** Of a stock document: the SKUs that did arrive all the same. */
    settledLines: z.array(z.string()).readonly().optional(),
  }),
  /** Claimed but never attempted (the destination was paused meanwhile): as it was before the claim. */
  z.object({ type: z.literal('released') }),
])
export type StepOutcome = z.infer<typeof stepOutcomeSchema>

export const attemptSchema = z.object({
  atMs: z.number().int(),
  mode: claimModeSchema,
  outcome: z.enum([
    'sent',
    'retry',
    'unknown',
    'absent',
    'attention',
    'lease-expired',
    'requeued',
    'closed',
    'recovered',
  ]),
  message: z.string(),
  httpStatus: z.number().int().nullable(),
  durationMs: z.number().nullable(),
})
export type Attempt = z.infer<typeof attemptSchema>

export const stepStateSchema = z.enum(['queued', 'claimed', 'sent', 'unknown', 'attention', 'closed'])
export type StepState = z.infer<typeof stepStateSchema>

/** Far future: the due time of a step that waits for an earlier step of its sale, or for nobody. */
export const NEVER_MS = 8_640_000_000_000_000

/** One call owed to one destination for one sale: a row of the outbox. */
export const stepSchema = z.object({
  /** `<sale id>/<kind>`, for receipts and refunds `<sale id>/<kind>/<tender index>`: the same sale can only ever owe it once. */
  id: z.string(),
  /** The sale, or the stock document. */
  saleId: z.string(),
  saleNumber: z.string(),
  destination: destinationSchema,
  kind: stepKindSchema,
  /** Position within the sale's steps to this destination, from 0. They run in this order. */
  position: z.number().int().nonnegative(),
  tenderIndex: z.number().int().nonnegative().nullable(),
  /** A step of another sale that must have arrived first: goods cannot come back from an invoice that is not there. */
  afterStepId: z.string().nullable().default(null),
  state: stepStateSchema,
  /** When it may next be claimed; for a claimed step, when its lease runs out; NEVER_MS while an earlier step is not done. */
  dueAtMs: z.number().int(),
  paidAtMs: z.number().int(),
  claimId: z.string().nullable(),
  /** The state to which a released or failed claim returns. */
  claimedFrom: z.enum(['queued', 'unknown']).nullable(),
  /** When the last sending began; a look-up that finds nothing is only trusted some time after it. */
  lastSendAtMs: z.number().int().nullable(),
  failureCount: z.number().int().nonnegative(),
  attempts: z.array(attemptSchema).readonly(),
  remote: remoteRecordSchema.nullable(),
  attention: attentionSchema.nullable(),
  closedReason: z.string().nullable(),
  /** Of a stock document that needs attention: the SKUs that the service has, although it has not taken the whole. */
  settledLines: z.array(z.string()).readonly().optional(),
  settledAtMs: z.number().int().nullable(),
})
export type Step = z.infer<typeof stepSchema>

/** A leased step with all that the gateway needs to carry it out. */
export const claimedStepSchema = z.object({
  step: stepSchema,
  mode: claimModeSchema,
  subject: z.discriminatedUnion('type', [
    z.object({ type: z.literal('sale'), sale: saleSchema }),
    z.object({ type: z.literal('stock'), document: stockDocumentSchema }),
  ]),
  /** What the destination answered for the steps before this one, in order. */
  previous: z.array(remoteRecordSchema).readonly(),
})
export type ClaimedStep = z.infer<typeof claimedStepSchema>
