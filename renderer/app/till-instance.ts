import './allow-no-eval.ts'
import { openTillDatabase } from '../storage/database.ts'
import { provideDatabase } from '../storage/hooks.ts'
import { createRestingPrinters } from '../storage/resting-printers.ts'
import { answerMain } from './answer-main.ts'
import { createTill } from './create-till.ts'

const database = await openTillDatabase()
provideDatabase(database)

const resting = createRestingPrinters()

/** The one till of this window. It has an address of its own (`/till.js`), so that the demo and the benchmark use the very till that the screens use. */
export const till = createTill({
  database,
  bridge: window.konter,
  now: Date.now,
  mintId: () => crypto.randomUUID(),
  resting,
})

answerMain(database, window.konter, resting)
