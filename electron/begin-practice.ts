import type { ImportedTable } from '../shared/ipc/contract.ts'
import { seedFromTable } from './catalogue/practice-seed-items.ts'
import { readPracticeCatalogue } from './catalogue/practice-catalogue.ts'
import type { PageLink } from './ipc/page-link.ts'
import type { PracticeServices } from './practice/practice-services.ts'

/** The practice services as they run inside this app. */
export type Practice = PracticeServices

const readTable = async (cataloguePath: string): Promise<ImportedTable> => {
  const read = await readPracticeCatalogue(cataloguePath)
  if (!read.ok) throw new Error(`The practice catalogue cannot be read: ${read.error.code}`)
  return read.value
}

/** Starts the simulators of both services on the practice catalogue; null outside practice mode. */
export const beginPractice = async (deps: {
  readonly mode: 'practice' | 'live'
  /** Where the simulators keep what they hold. */
  readonly directory: string
  readonly cataloguePath: string
  readonly page: PageLink
  readonly now: () => number
}): Promise<Practice | null> => {
  if (deps.mode !== 'practice') return null
  // Loaded here: the window must not wait for the simulators' server.
  const { startPracticeServices } = await import('./practice/practice-services.ts')
  const services = await startPracticeServices({
    directory: deps.directory,
    seed: async () => seedFromTable(await readTable(deps.cataloguePath)),
    now: deps.now,
  })
  services.onFaultsChanged((faults) => {
    deps.page.emit('practice.changed', { faults })
  })
  return services
}
