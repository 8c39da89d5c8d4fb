import { z } from 'zod'

const DEEP_RUNS = 100_000

const environmentSchema = z.object({ process: z.object({ env: z.object({ KONTER_DEEP: z.string().optional() }) }) })

/** True in `npm run test:deep`: the environment says KONTER_DEEP=1. */
export const isDeepRun = (): boolean => {
  const environment = environmentSchema.safeParse(globalThis)
  return environment.success && environment.data.process.env.KONTER_DEEP === '1'
}

/** How often a property is tried: `normal` times, in the deep run at least 100,000 times. */
export const propertyRuns = (normal: number): number => (isDeepRun() ? Math.max(normal, DEEP_RUNS) : normal)

/** The time limit of a test with a property, in milliseconds: an hour in the deep run, else more than a busy machine takes. */
export const propertyTimeoutMs = (): number => (isDeepRun() ? 3_600_000 : 60_000)
