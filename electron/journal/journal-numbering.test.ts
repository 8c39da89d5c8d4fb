import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { append, createJournalFolder, FILE, makeSale, saleId } from './journal-fixture.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

describe('numbering', () => {
  test('counts from one, day by day, by the wall of the register', async () => {
    const journal = await reopen()
    expect(await append(journal, makeSale(1))).toBe('K1-261121-0001')
    expect(await append(journal, makeSale(2))).toBe('K1-261121-0002')
    const afterMidnightInJakarta = Date.UTC(2026, 10, 21, 17, 30)
    expect(await append(journal, makeSale(3, { paidAtMs: afterMidnightInJakarta }))).toBe('K1-261122-0001')
    expect(await append(journal, makeSale(4))).toBe('K1-261121-0003')
    expect(await append(journal, makeSale(5, { register: 'K2' }))).toBe('K2-261121-0001')
    expect(await readdir(folder)).toEqual([FILE, 'sales-2026-11-22.jsonl'])
    await journal.close()
  })

  test('goes on above what the page knows, and above what the file holds after a restart', async () => {
    const journal = await reopen()
    expect(await append(journal, makeSale(1), 41)).toBe('K1-261121-0042')
    await journal.close()
    const again = await reopen()
    expect(await append(again, makeSale(2), 3)).toBe('K1-261121-0043')
    await again.close()
  })

  test('gives the same sale its number back without writing again, also after a restart', async () => {
    const journal = await reopen()
    const numbers = await Promise.all([1, 1, 1].map((index) => append(journal, makeSale(index))))
    expect(new Set(numbers)).toEqual(new Set(['K1-261121-0001']))
    await journal.close()
    const before = await readFile(join(folder, FILE), 'utf8')
    const again = await reopen()
    expect(await append(again, makeSale(1), 99)).toBe('K1-261121-0001')
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(before)
    await again.close()
  })

  test('keeps the last version of a sale that was changed before it was committed, under one number', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    expect(await append(journal, makeSale(1, { note: 'second try' }))).toBe('K1-261121-0001')
    await journal.markCommitted(saleId(1))
    expect(await append(journal, makeSale(1, { note: 'too late' }))).toBe('K1-261121-0001')
    const [read] = await journal.readSales([saleId(1)])
    expect(read?.sale.note).toBe('second try')
    expect((await journal.list()).entries).toHaveLength(1)
    await journal.close()
  })
})
