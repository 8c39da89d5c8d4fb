import type { Practice } from './begin-practice.ts'
import type { Environment } from './environment.ts'
import { PRACTICE_CREDENTIALS } from './practice/practice-credentials.ts'
import type { ServiceAccess } from './sync/sync-engine.ts'

const requireAddress = (address: string | null | undefined, what: string): string => {
  if (address === null || address === undefined) throw new Error(`There is no address for ${what}`)
  return address
}

/** True while both services are practice mode's own: only then nothing leaves the machine, and what they hold is all there is. */
export const usesPracticeServices = (environment: Environment): boolean =>
  environment.accurateUrl === null && environment.forstokSellerUrl === null

/** Addresses and credentials for the sync engine: what the environment of an unpackaged build gives, else the practice services'. */
export const serviceAccess = (
  environment: Environment,
  practice: Pick<Practice, 'forstokAuthUrl' | 'forstokSellerUrl' | 'accurateUrl'> | null,
): ServiceAccess => ({
  forstok: {
    authUrl: requireAddress(environment.forstokAuthUrl ?? practice?.forstokAuthUrl, 'Forstok'),
    sellerUrl: requireAddress(environment.forstokSellerUrl ?? practice?.forstokSellerUrl, 'Forstok'),
    id: environment.forstokId ?? PRACTICE_CREDENTIALS.forstok.id,
    secretKey: environment.forstokSecretKey ?? PRACTICE_CREDENTIALS.forstok.secretKey,
  },
  accurate: {
    accountUrl: requireAddress(environment.accurateUrl ?? practice?.accurateUrl, 'Accurate'),
    apiToken: environment.accurateApiToken ?? PRACTICE_CREDENTIALS.accurate.apiToken,
    signatureSecret: environment.accurateSignatureSecret ?? PRACTICE_CREDENTIALS.accurate.signatureSecret,
  },
})
