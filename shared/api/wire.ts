import { z } from 'zod'

/** An identifier as the services write it, number or text, read as text. */
export const wireIdSchema = z.union([z.string().min(1), z.number().int()]).transform(String)

/** An identifier exactly as the service wrote it: what is sent back to it must be the same JSON, `701` or `"0701"`. */
export const wireIdAsWrittenSchema = z.union([z.string().min(1), z.number().int()])
export type WireId = z.infer<typeof wireIdAsWrittenSchema>

/** A code that is text by nature (an account number, a customer number) although a service may write it as a number. */
export const wireTextSchema = z.union([z.string(), z.number().int().transform(String)])

/** A whole number, `12`, `12.0` or `"12"`. */
export const wireCountSchema = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+(\.0+)?$/)
    .transform(Number),
])

/** An amount as the services write it, `1500`, `1500.0` or `"1500.00"`, read as a number of rupiah (a fraction is kept, so that a difference shows). */
export const wireAmountSchema = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
])

/** Parses JSON; undefined when the text is not JSON (undefined is not a JSON value). */
export const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
