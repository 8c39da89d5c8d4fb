import { z } from 'zod'

const address = z
  .url({ protocol: /^https?$/, error: 'must be a base address such as https://api.example.com' })
  .transform((url) => url.replace(/\/+$/, ''))
const text = z.string().min(1, { error: 'must not be empty' })

const variablesSchema = z.object({
  KONTER_USER_DATA: text.optional(),
  KONTER_FORSTOK_AUTH_URL: address.optional(),
  KONTER_FORSTOK_SELLER_URL: address.optional(),
  KONTER_ACCURATE_URL: address.optional(),
  KONTER_FORSTOK_ID: text.optional(),
  KONTER_FORSTOK_SECRET_KEY: text.optional(),
  KONTER_ACCURATE_API_TOKEN: text.optional(),
  KONTER_ACCURATE_SIGNATURE_SECRET: text.optional(),
})

/** What an unpackaged build takes from its environment. Null = not given: the default, or the practice service, is used. */
export type Environment = {
  readonly profileFolder: string | null
  readonly forstokAuthUrl: string | null
  readonly forstokSellerUrl: string | null
  readonly accurateUrl: string | null
  readonly forstokId: string | null
  readonly forstokSecretKey: string | null
  readonly accurateApiToken: string | null
  readonly accurateSignatureSecret: string | null
}

/** Thrown at start when a variable cannot be used; the message names each of them, never their values. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/**
 * Reads the variables that point an unpackaged build at other servers and another profile. A packaged build ignores
 * all of them, so that nobody can turn a shop's till to a foreign server by its environment.
 * Throws an EnvironmentError that names every variable it cannot use.
 */
export const readEnvironment = (
  variables: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Environment => {
  const parsed = variablesSchema.safeParse(isPackaged ? {} : variables)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new EnvironmentError(`Konter cannot start: ${problems.join('; ')}`)
  }
  const given = parsed.data
  if ((given.KONTER_FORSTOK_AUTH_URL === undefined) !== (given.KONTER_FORSTOK_SELLER_URL === undefined)) {
    throw new EnvironmentError(
      'Konter cannot start: KONTER_FORSTOK_AUTH_URL and KONTER_FORSTOK_SELLER_URL must be given together',
    )
  }
  return {
    profileFolder: given.KONTER_USER_DATA ?? null,
    forstokAuthUrl: given.KONTER_FORSTOK_AUTH_URL ?? null,
    forstokSellerUrl: given.KONTER_FORSTOK_SELLER_URL ?? null,
    accurateUrl: given.KONTER_ACCURATE_URL ?? null,
    forstokId: given.KONTER_FORSTOK_ID ?? null,
    forstokSecretKey: given.KONTER_FORSTOK_SECRET_KEY ?? null,
    accurateApiToken: given.KONTER_ACCURATE_API_TOKEN ?? null,
    accurateSignatureSecret: given.KONTER_ACCURATE_SIGNATURE_SECRET ?? null,
  }
}
