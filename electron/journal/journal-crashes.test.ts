import * as fc from 'fast-check'
import { appendFile, open, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { append, createJournalFolder, FILE, makeSale, numbersIn, saleId } from './journal-fixture.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

const NONE = { sale: 0, return: 0 }

describe('crashes', () => {
  test('lose no acknowledged sale and double no number, wherever the last write broke off', async () => {
    const action = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ type: fc.constant('append' as const), index: fc.nat(12), known: fc.nat(3) }),
      },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('commit' as const), index: fc.nat(12) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('crash' as const),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 25 }), async (actions) => {
        await rm(folder, { recursive: true, force: true })
        let journal = await reopen()
        const acknowledged = new Map<string, string>()
        for (const step of actions) {
          if (step.type === 'append')
            acknowledged.set(saleId(step.index), await append(journal, makeSale(step.index), step.known))
          else if (step.type === 'commit') {
            if (acknowledged.has(saleId(step.index))) await journal.markCommitted(saleId(step.index))
          } else {
            await journal.close()
            const path = join(folder, FILE)
            await appendFile(path, '').catch(() => undefined)
            const size = (await readFile(path).catch(() => Buffer.alloc(0))).length
            const half = await reopen()
            await half.appendSale(makeSale(99), NONE)
            await half.close()
            const grown = (await readFile(path)).length
            await truncate(path, size + Math.floor((grown - size - 1) * step.share))
            journal = await reopen()
          }
        }
        await journal.close()
        const last = await reopen()
        const found = new Map((await last.list()).entries.map((entry) => [entry.saleId, entry.number]))
        for (const [id, number] of acknowledged) expect(found.get(id)).toBe(number)
        expect(new Set(found.values()).size).toBe(found.size)
        await last.close()
      }),
      { numRuns: 60 },
    )
  })

  test('appends from many callers at once stay whole and in order', async () => {
    const journal = await reopen()
    await Promise.all(Array.from({ length: 40 }, (_, index) => append(journal, makeSale(index))))
    await journal.close()
    const file = await open(join(folder, FILE))
    expect((await file.readFile('utf8')).trimEnd().split('\n')).toHaveLength(40)
    await file.close()
    const again = await reopen()
    expect(await numbersIn(again)).toEqual(
      Array.from({ length: 40 }, (_, index) => `K1-261121-${String(index + 1).padStart(4, '0')}`),
    )
    await again.close()
  })
})
