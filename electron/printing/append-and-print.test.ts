import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import type { RequestOf } from '../../shared/ipc/contract.ts'
import { type JournalFileHandle, openJournalFile, type OpenJournalFile } from '../journal/journal-file.ts'
import { createJournalFolder, DAY_MS, makeSale, NOON_IN_JAKARTA, saleId } from '../journal/journal-fixture.ts'
import { appendAndPrint } from './append-and-print.ts'

let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

const PAPER = { document: 'receipt', printerId: 'r', runId: 'run' } as const
const requestOf = (index: number, note = ''): RequestOf<'journal.appendSale'> => ({
  sale: makeSale(index, { note }),
  highestKnownSequence: 0,
  highestKnownReturnSequence: 0,
  handover: {
    papers: [{ ...PAPER, comesAfterCut: true, moreWait: false }],
    designs: DEFAULT_DESIGNS,
    qris: { payload: '', printsOnReceipt: false },
  },
})

/** A journal and printing that tells what it was asked for, in order; the disk refuses while `disk.isFull`. */
const begin = async () => {
  const told: string[] = []
  const drawn: ClaimedPrintJob[] = []
  const handed: ClaimedPrintJob[] = []
  const disk = { isFull: false }
  const openFile: OpenJournalFile = async (path) => {
    const { handle, wasCreated } = await openJournalFile(path)
    const watched: JournalFileHandle = {
      write: (...args) => handle.write(...args),
      read: (...args) => handle.read(...args),
      datasync: async () => {
        if (disk.isFull) throw Object.assign(new Error('ENOSPC: no'), { code: 'ENOSPC' })
        await handle.datasync()
        told.push('durable')
      },
      truncate: (length) => handle.truncate(length),
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
    return { handle: watched, wasCreated }
  }
  const journal = await reopen(openFile)
  const door = {
    drawAhead: (claimed: ClaimedPrintJob) => {
      told.push('draws')
      drawn.push(claimed)
    },
    handOver: async (claimed: ClaimedPrintJob) => {
      told.push('sends')
      handed.push(claimed)
      return true
    },
  }
  const log = vi.fn<(level: string, message: string) => void>()
  return { journal, told, drawn, handed, disk, log, door, deps: { journal, printing: Promise.resolve(door), log } }
}

describe('a sale that is journaled with its paper', () => {
  test('is drawn at once and sent when it is durable, in the very words in which it was drawn', async () => {
    const { journal, told, drawn, handed, deps } = await begin()
    const answer = await appendAndPrint(deps, requestOf(1))
    expect(answer).toMatchObject({ ok: true, value: { number: 'K1-261121-0001', earlierPapers: [] } })
    await vi.waitFor(() => expect(told).toEqual(['draws', 'durable', 'sends']))
    expect(handed).toEqual(drawn)
    expect(handed).toMatchObject([
      {
        job: { id: `${saleId(1)}/receipt`, state: 'sending', printerId: 'r', runId: 'run' },
        content: { type: 'sale', sale: { number: 'K1-261121-0001' } },
        comesAfterCut: true,
        moreWait: false,
      },
    ])
    expect(await journal.readSales([saleId(1)])).toMatchObject([{ papers: [PAPER] }])
    await journal.close()
  })

  test('is not given away by a later try, in this run or the next: what became of it is for somebody to say', async () => {
    const { journal, told, deps } = await begin()
    await appendAndPrint(deps, requestOf(1))
    await vi.waitFor(() => expect(told).toContain('sends'))
    expect(journal.papersLeftBehind()).toEqual([PAPER])
    told.length = 0
    expect(await appendAndPrint(deps, requestOf(1))).toMatchObject({ value: { earlierPapers: [PAPER] } })
    expect(await appendAndPrint(deps, requestOf(1, 'berubah'))).toMatchObject({ value: { earlierPapers: [PAPER] } })
    expect(told).toEqual(['durable'])
    await journal.close()
    const next = await reopen()
    const later = await appendAndPrint({ ...deps, journal: next }, requestOf(1))
    expect(later).toMatchObject({ value: { number: 'K1-261121-0001', earlierPapers: [PAPER] } })
    expect(told).toEqual(['durable'])
    expect(next.papersLeftBehind()).toEqual([PAPER])
    await next.discard(saleId(1), 'not paid')
    expect(next.papersLeftBehind()).toEqual([PAPER])
    await next.close()
    const muchLater = await reopen(openJournalFile, NOON_IN_JAKARTA + 4 * DAY_MS)
    expect(muchLater.papersLeftBehind()).toEqual([])
    await muchLater.close()
  })

  test('stays on the till when the disk is full, and goes out at the try that is durable', async () => {
    const { journal, told, disk, handed, deps } = await begin()
    disk.isFull = true
    expect(await appendAndPrint(deps, requestOf(1))).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    disk.isFull = false
    expect(handed).toEqual([])
    expect(await appendAndPrint(deps, requestOf(1))).toMatchObject({ ok: true, value: { earlierPapers: [] } })
    await vi.waitFor(() => expect(told).toEqual(['draws', 'draws', 'durable', 'sends']))
    await journal.close()
  })

  test('is journaled whatever becomes of printing, and before it has started', async () => {
    const { journal, deps, log } = await begin()
    const never = new Promise<never>(() => undefined)
    expect(await appendAndPrint({ ...deps, printing: never }, requestOf(1))).toMatchObject({ ok: true })
    const broken = Promise.reject(new Error('no canvas'))
    broken.catch(() => undefined)
    expect(await appendAndPrint({ ...deps, printing: broken }, requestOf(2))).toMatchObject({ ok: true })
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith('error', expect.stringContaining('no canvas')))
    await journal.close()
  })

  test('that prints nothing is journaled only', async () => {
    const { journal, told, deps } = await begin()
    expect(await appendAndPrint(deps, { ...requestOf(1), handover: null })).toMatchObject({ ok: true })
    expect(told).toEqual(['durable'])
    expect(journal.papersLeftBehind()).toEqual([])
    await journal.close()
  })
})
