import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTillDatabase } from '../storage/database.ts'
import { createTestBridge } from '../storage/till-fixture.ts'
import { createRestingPrinters } from '../storage/resting-printers.ts'
import { answerMain } from './answer-main.ts'

test('answers every question of main, and none after it was stopped', async () => {
  const database = await openTillDatabase(randomUUID())
  const { bridge, asks } = createTestBridge()
  const stop = answerMain(database, bridge, createRestingPrinters())
  const request = { destination: 'forstok', limit: 1, nowMs: 1, leaseMs: 1, claimId: 'c' } as const
  expect(await asks['outbox.claim']?.(request)).toEqual({ steps: [], nextDueMs: null })
  expect(await asks['stock.apply']?.({ pullBeganAtMs: 1, rows: [], isFirst: true, isLast: true })).toBeNull()
  expect(
    await asks['printJobs.claim']?.({
      printerId: 'p',
      documents: ['label'],
      servedPrinterIds: ['p'],
      knownPrinterIds: ['p'],
      runId: 'r',
      nowMs: 1,
    }),
  ).toEqual({ claimed: null })
  expect(Object.keys(asks)).toHaveLength(6)
  stop()
  expect(Object.keys(asks)).toHaveLength(0)
  database.close()
})
