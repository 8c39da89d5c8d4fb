import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  append,
  createJournalFolder,
  DAY_MS,
  FILE,
  HEAD_LENGTH,
  makeSale,
  NOON_IN_JAKARTA,
  numbersIn,
  REMOTE,
  saleId,
} from './journal-fixture.ts'
import { openJournalFile } from './journal-file.ts'
import { checksumOf } from './journal-record.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

describe('what the journal knows', () => {
  test('comes back whole after a restart: sale, commit and sent steps', async () => {
    const journal = await reopen()
    const number = await append(journal, makeSale(1))
    await append(journal, makeSale(2))
    await journal.markCommitted(saleId(1))
    await journal.noteStepSent(saleId(1), 'step', REMOTE)
    await journal.noteStepSent(saleId(1), 'step', REMOTE)
    await journal.close()
    const again = await reopen()
    expect(await again.list()).toEqual({
      damagedLines: 0,
      entries: [
        { saleId: saleId(1), number, paidAtMs: NOON_IN_JAKARTA, isCommitted: true },
        { saleId: saleId(2), number: 'K1-261121-0002', paidAtMs: NOON_IN_JAKARTA, isCommitted: false },
      ],
    })
    expect(await again.readSales([saleId(1), saleId(7)])).toEqual([
      {
        sale: { ...makeSale(1), number, returnNumber: null },
        isCommitted: true,
        papers: [],
        sentSteps: [{ stepId: 'step', remote: REMOTE }],
        closedSteps: [],
        voiding: null,
        confirmations: [],
      },
    ])
    await again.close()
  })

  test('asks no more about a sale that was discarded, and never gives its number to another', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.discard(saleId(1), 'not paid')
    await journal.close()
    const again = await reopen()
    expect((await again.list()).entries).toEqual([])
    expect(await append(again, makeSale(2))).toBe('K1-261121-0002')
    await again.close()
  })

  test('remembers what a person closed, until it is taken up again or has arrived after all', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.markCommitted(saleId(1))
    for (const step of ['a', 'b', 'c']) await journal.noteStepClosed(saleId(1), step, 'entered by hand')
    await journal.noteStepClosed(saleId(1), 'b', null)
    await journal.noteStepSent(saleId(1), 'c', REMOTE)
    await expect(journal.noteStepClosed(saleId(9), 'a', 'x')).resolves.toBeUndefined()
    await journal.close()
    const again = await reopen()
    const closedSteps = [{ stepId: 'a', reason: 'entered by hand' }]
    expect(await again.readSales([saleId(1)])).toMatchObject([{ closedSteps, sentSteps: [{ stepId: 'c' }] }])
    await again.close()
    // Two are owed: one sent and one closed leave nothing to do, and the file may go in time.
    const later = await reopen(openJournalFile, NOON_IN_JAKARTA + 100 * DAY_MS)
    expect((await later.list()).entries).toEqual([])
    await later.close()
  })

  test('takes in a sale that it has lost, once, under its own number, and counts on from there', async () => {
    const journal = await reopen()
    const sale = { ...makeSale(1), number: 'K1-261121-0041', returnNumber: null }
    await journal.adoptSale(sale)
    await journal.adoptSale(sale)
    await journal.close()
    const again = await reopen()
    expect((await again.list()).entries).toMatchObject([{ number: 'K1-261121-0041', isCommitted: true }])
    expect((await again.readSales([saleId(1)])).map((each) => each.sale)).toEqual([sale])
    expect(await append(again, makeSale(2))).toBe('K1-261121-0042')
    await again.close()
  })

  test('does not discard a sale that was paid, and takes a payment as the last word on one that was discarded', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.markCommitted(saleId(1))
    await expect(journal.discard(saleId(1), 'not paid')).rejects.toThrow(saleId(1))
    await append(journal, makeSale(2))
    await journal.discard(saleId(2), 'not paid')
    await journal.markCommitted(saleId(2))
    await journal.close()
    const again = await reopen()
    expect(await numbersIn(again)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    await again.close()
  })

  test('gives all sales but one that this version cannot read', async () => {
    const journal = await reopen()
    for (const index of [1, 2, 3]) await append(journal, makeSale(index))
    await journal.close()
    const path = join(folder, FILE)
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    const body = (lines[1] ?? '').slice(HEAD_LENGTH, -1).replace('"cashier":"Ani",', '')
    await writeFile(path, [lines[0], `{"checksum":"${checksumOf(body)}","record":${body}}`, lines[2], ''].join('\n'))
    const again = await reopen()
    expect(await numbersIn(again)).toHaveLength(3)
    const read = await again.readSales([1, 2, 3].map(saleId))
    expect(read.map((each) => each.sale.id)).toEqual([saleId(1), saleId(3)])
    await again.close()
  })

  test('opens and lists the others when a file cannot be read', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.close()
    // Reading a folder fails for every user, root too.
    await mkdir(join(folder, 'sales-2026-11-20.jsonl'))
    await mkdir(join(folder, 'sales-2026-06-01.jsonl'))
    const again = await reopen()
    expect(await again.list()).toMatchObject({ damagedLines: 2, entries: [{ number: 'K1-261121-0001' }] })
    expect(await append(again, makeSale(2))).toBe('K1-261121-0002')
    await again.close()
  })

  test('does not accept a commit or a discard of a sale it does not hold', async () => {
    const journal = await reopen()
    await expect(journal.markCommitted(saleId(1))).rejects.toThrow(saleId(1))
    await expect(journal.discard(saleId(1), 'x')).rejects.toThrow(saleId(1))
    await expect(journal.noteStepSent(saleId(1), 'step', REMOTE)).resolves.toBeUndefined()
  })
})

describe('a journal of many days', () => {
  test('gives an old sale its number back and lists it, although only the newest files are read at first', async () => {
    const journal = await reopen()
    const days = [0, 1, 2, 3, 4].map((day) => NOON_IN_JAKARTA + day * DAY_MS)
    for (const [index, atMs] of days.entries())
      await append(journal, makeSale(index, { openedAtMs: atMs, paidAtMs: atMs }))
    await journal.close()
    const today = NOON_IN_JAKARTA + 4 * DAY_MS
    const again = await reopen(openJournalFile, today)
    expect(await append(again, makeSale(9, { openedAtMs: today, paidAtMs: today }))).toBe('K1-261125-0002')
    expect(await append(again, makeSale(0, { openedAtMs: NOON_IN_JAKARTA, paidAtMs: today }))).toBe('K1-261121-0001')
    expect(await append(again, makeSale(8))).toBe('K1-261121-0002')
    await again.noteStepSent(saleId(1), 'step', REMOTE)
    expect(await again.readSales([saleId(1)])).toMatchObject([{ sentSteps: [{ stepId: 'step' }] }])
    expect(await numbersIn(again)).toEqual([
      'K1-261121-0001',
      'K1-261121-0002',
      'K1-261122-0001',
      'K1-261123-0001',
      'K1-261124-0001',
      'K1-261125-0001',
      'K1-261125-0002',
    ])
    await again.close()
  })
})
