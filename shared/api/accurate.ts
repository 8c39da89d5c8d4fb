import { z } from 'zod'
import { wireAmountSchema, wireIdSchema } from './wire.ts'

/** Every answer: `s` says whether it worked, `d` holds the data or the messages, `r` the saved record, `sp` the paging. */
export const accurateEnvelopeSchema = z.object({
  s: z.boolean(),
  d: z.unknown(),
  r: z.unknown().optional(),
  sp: z.object({ page: z.number().int(), pageCount: z.number().int(), rowCount: z.number().int() }).nullish(),
})
export type AccurateEnvelope = z.infer<typeof accurateEnvelopeSchema>

/** `{"error":"invalid_token"}` and its kind (401, 403). */
export const accurateOauthErrorSchema = z.object({ error: z.string(), error_description: z.string().nullish() })

const hostSchema = z.object({ host: z.string().min(1) })
/** Answer of api-token.do. The official text prints the key as "data usaha", working clients read `database`: both are taken. */
export const accurateApiTokenSchema = z
  .object({ database: hostSchema.optional(), 'data usaha': hostSchema.optional() })
  .transform((answer, context) => {
    const database = answer.database ?? answer['data usaha']
    if (database !== undefined) return database.host
    context.addIssue({ code: 'custom', message: 'api-token.do gave no database host' })
    return z.NEVER
  })

export const accurateWarehouseSchema = z.object({
  id: wireIdSchema,
  name: z.string(),
  suspended: z.boolean().nullish(),
  defaultWarehouse: z.boolean().nullish(),
  scrapWarehouse: z.boolean().nullish(),
})
export type AccurateWarehouse = z.infer<typeof accurateWarehouseSchema>

export const accurateAccountSchema = z.object({ id: wireIdSchema, no: z.string(), name: z.string() })
export type AccurateAccount = z.infer<typeof accurateAccountSchema>

export const accurateCustomerSchema = z.object({ id: wireIdSchema, customerNo: z.string(), name: z.string() })
export type AccurateCustomer = z.infer<typeof accurateCustomerSchema>

const customerReferenceSchema = z.object({ customerNo: z.string().nullish() }).nullish()

/** A sales invoice as save.do's `r` and detail.do's `d` carry it. */
export const accurateInvoiceSchema = z.object({
  id: wireIdSchema,
  number: z.string(),
  totalAmount: wireAmountSchema.nullish(),
  customer: customerReferenceSchema,
})

/** A sales receipt as save.do's `r` and detail.do's `d` carry it. */
export const accurateReceiptSchema = z.object({
  id: wireIdSchema,
  number: z.string(),
  chequeAmount: wireAmountSchema.nullish(),
  customer: customerReferenceSchema,
})

/** The messages in `d`, as one text. */
export const accurateMessage = (envelope: AccurateEnvelope): string => {
  const messages = z.union([z.array(z.string()), z.string().transform((text) => [text])]).safeParse(envelope.d)
  return messages.success && messages.data.length > 0 ? messages.data.join('; ') : 'Accurate gave no message'
}
