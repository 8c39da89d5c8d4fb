import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  append,
  createJournalFolder,
  DAY_MS,
  FILE,
  makeSale,
  NOON_IN_JAKARTA,
  REMOTE,
  saleId,
  closedShiftCopy,
  documentCopy,
  shiftCopy,
} from './journal-fixture.ts'
import { openJournalFile } from './journal-file.ts'
import type { Journal } from './journal.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

describe('rotation', () => {
  const finish = async (journal: Journal, index: number): Promise<void> => {
    await journal.markCommitted(saleId(index))
    await journal.noteStepSent(saleId(index), 'first', REMOTE)
    await journal.noteStepSent(saleId(index), 'second', REMOTE)
  }

  test('removes a file only when it is over 90 days old and every sale in it is sent or discarded', async () => {
    const journal = await reopen()
    const days = [0, 1, 2, 3].map((day) => NOON_IN_JAKARTA + day * DAY_MS)
    for (const [index, paidAtMs] of days.entries()) await append(journal, makeSale(index, { paidAtMs }))
    await finish(journal, 0)
    await journal.markCommitted(saleId(1))
    await journal.noteStepSent(saleId(1), 'first', REMOTE)
    await journal.discard(saleId(2), 'not paid')
    await finish(journal, 3)
    await journal.close()

    const early = await reopen(openJournalFile, NOON_IN_JAKARTA + 90 * DAY_MS)
    await early.list()
    expect(await readdir(folder)).toHaveLength(4)
    await early.close()
    const late = await reopen(openJournalFile, NOON_IN_JAKARTA + 93 * DAY_MS)
    await late.list()
    expect((await readdir(folder)).filter((name) => name.startsWith('sales-'))).toEqual([
      'sales-2026-11-22.jsonl',
      'sales-2026-11-24.jsonl',
    ])
    await late.close()
  })

  test('never makes a number of a removed day again, although the clock is set back to that day', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1), 6)
    await finish(journal, 1)
    await journal.close()
    const late = await reopen(openJournalFile, NOON_IN_JAKARTA + 400 * DAY_MS)
    await late.list()
    expect(await readdir(folder)).toEqual(['retired-numbers.jsonl'])
    expect(await append(late, makeSale(2))).toBe('K1-261121-0008')
    await late.close()
    const again = await reopen()
    expect(await append(again, makeSale(3))).toBe('K1-261121-0009')
    await again.close()
  })

  test('a voided sale keeps no file; an open shift and an unrecorded stock document do', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.markCommitted(saleId(1))
    await journal.noteSaleVoided({ saleId: saleId(1), atMs: NOON_IN_JAKARTA, by: 'Ani', reason: 'salah' })
    const [shift, document] = [shiftCopy(7), documentCopy(8, NOON_IN_JAKARTA + DAY_MS)]
    await journal.keepRecord({ ...shift, atMs: NOON_IN_JAKARTA + 2 * DAY_MS })
    await journal.keepRecord(document)
    await journal.close()
    const daysLeft = async (): Promise<readonly string[]> => {
      const late = await reopen(openJournalFile, NOON_IN_JAKARTA + 400 * DAY_MS)
      await late.list()
      await late.close()
      return (await readdir(folder)).filter((name) => name.startsWith('sales-'))
    }
    expect(await daysLeft()).toEqual(['sales-2026-11-22.jsonl', 'sales-2026-11-23.jsonl'])
    const later = await reopen()
    await later.noteStepSent(document.id, `${document.id}/forstok.stock`, REMOTE)
    await later.noteStepClosed(document.id, `${document.id}/accurate.adjustment`, 'by hand')
    await later.keepRecord(closedShiftCopy(7))
    await later.close()
    expect(await daysLeft()).toEqual([])
  })

  test('keeps an old file with a damaged line, whatever else is in it', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await finish(journal, 1)
    await journal.close()
    await appendFile(join(folder, FILE), 'rubbish\n')
    const late = await reopen(openJournalFile, NOON_IN_JAKARTA + 400 * DAY_MS)
    await late.list()
    expect(await readdir(folder)).toEqual([FILE])
    await late.close()
  })
})
