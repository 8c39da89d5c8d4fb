import { z } from 'zod'

/** An identifier as the services write it, number or text, read as text. */
export const wireIdSchema = z.union([z.string().min(1), z.number().int()]).transform(String)

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
