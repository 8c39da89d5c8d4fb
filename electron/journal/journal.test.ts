import * as fc from 'fast-check'
import { appendFile, mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rupiah, ZERO_RUPIAH } from '../../shared/domain/money.ts'
import type { UnnumberedSale } from '../../shared/domain/sale.ts'
import { openJournalFile, type JournalFileHandle, type OpenJournalFile } from './journal-file.ts'
import { checksumOf } from './journal-record.ts'
import { openJournal, type Journal } from './journal.ts'

const NOON_IN_JAKARTA = Date.UTC(2026, 10, 21, 5)
const DAY_MS = 86_400_000
const FILE = 'sales-2026-11-21.jsonl'
const REMOTE = { id: '9', number: 'SI.9', total: rupiah(500) }

const saleId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const makeSale = (index: number, changes: Partial<UnnumberedSale> = {}): UnnumberedSale => ({
  id: saleId(index),
  register: 'K1',
  cashier: 'Ani',
  kind: 'walk-in',
  openedAtMs: NOON_IN_JAKARTA,
  paidAtMs: NOON_IN_JAKARTA,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko Sumber Rejeki ⭐', address: ['Pasar'], phone: '' },
  lines: [
    {
      sku: 'A',
      name: 'Kopi',
      barcode: null,
      quantity: 1,
      regularPrice: rupiah(500),
      unitPrice: rupiah(500),
      amount: rupiah(500),
    },
  ],
  total: rupiah(500),
  tenders: [{ method: 'cash', amount: rupiah(500), applied: rupiah(500), reference: null }],
  change: ZERO_RUPIAH,
  delivery: null,
  note: '',
  route: 'both-not-linked',
  ...changes,
})

const HEAD_LENGTH = '{"checksum":"12345678","record":'.length

let folder: string
const reopen = (openFile: OpenJournalFile = openJournalFile, nowMs = NOON_IN_JAKARTA): Promise<Journal> =>
  openJournal({ folder, now: () => nowMs, countOwedSteps: () => 2, openFile })

const append = async (journal: Journal, sale: UnnumberedSale, highestKnownSequence = 0): Promise<string> => {
  const answer = await journal.appendSale(sale, highestKnownSequence)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}
const numbersIn = async (journal: Journal): Promise<string[]> =>
  (await journal.list()).entries.map((entry) => entry.number)

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'konter-journal-')), 'journal')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

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
        sale: { ...makeSale(1), number },
        isCommitted: true,
        sentSteps: [{ stepId: 'step', remote: REMOTE }],
        closedSteps: [],
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
    const sale = { ...makeSale(1), number: 'K1-261121-0041' }
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

describe('damage', () => {
  test('counts and skips damaged lines, deletes nothing, and never gives their numbers out again', async () => {
    const journal = await reopen()
    for (const index of [1, 2, 3]) await append(journal, makeSale(index))
    await journal.close()
    const path = join(folder, FILE)
    const lines = (await readFile(path, 'utf8')).split('\n')
    const damaged = [
      lines[0],
      lines[1],
      lines[2]?.replace('Kopi', 'Kopj'),
      'rubbish',
      '{"checksum":"00000000","record":{}}',
      '',
    ]
    await writeFile(path, damaged.join('\n'))
    const again = await reopen()
    expect(await numbersIn(again)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    expect((await again.list()).damagedLines).toBe(3)
    expect(await append(again, makeSale(4))).toBe('K1-261121-0004')
    expect(await readFile(path, 'utf8')).toContain('rubbish')
    await again.close()
  })

  test('does not let a torn end swallow the next sale', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.close()
    await appendFile(join(folder, FILE), '{"checksum":"12345678","record":{"type":"sa')
    const again = await reopen()
    await append(again, makeSale(2))
    await again.close()
    const third = await reopen()
    expect(await numbersIn(third)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    expect((await third.list()).damagedLines).toBe(1)
    await third.close()
  })
})

/** A disk that fails the next calls of one kind, after writing part of what it was given. */
const failingDisk = () => {
  const failing: { call: 'write' | 'datasync' | null; code: string; truncates: boolean } = {
    call: null,
    code: 'ENOSPC',
    truncates: true,
  }
  const fail = (): never => {
    throw Object.assign(new Error(`${failing.code}: no`), { code: failing.code })
  }
  const openFile: OpenJournalFile = async (path) => {
    const { handle, wasCreated } = await openJournalFile(path)
    const failingHandle: JournalFileHandle = {
      write: async (bytes, offset, length, position) => {
        if (failing.call !== 'write') return handle.write(bytes, offset, length, position)
        await handle.write(bytes, offset, Math.floor(length / 2), position)
        return fail()
      },
      read: (buffer, offset, length, position) => handle.read(buffer, offset, length, position),
      datasync: () => (failing.call === 'datasync' ? fail() : handle.datasync()),
      truncate: (length) => (failing.truncates ? handle.truncate(length) : Promise.reject(new Error('EIO'))),
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
    return { handle: failingHandle, wasCreated }
  }
  return { failing, openFile }
}

describe('a disk that refuses', () => {
  test.each(['write', 'datasync'] as const)(
    'turns a failed %s into an answer to act on, and leaves no trace',
    async (call) => {
      const { failing, openFile } = failingDisk()
      const journal = await reopen(openFile)
      await append(journal, makeSale(1))
      const before = await readFile(join(folder, FILE), 'utf8')
      failing.call = call
      const refused = await journal.appendSale(makeSale(2), 0)
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } })
      expect(await readFile(join(folder, FILE), 'utf8')).toBe(before)
      expect(await numbersIn(journal)).toEqual(['K1-261121-0001'])
      failing.call = null
      expect(await append(journal, makeSale(2))).toBe('K1-261121-0002')
      await journal.close()
      const again = await reopen()
      expect(await again.list()).toMatchObject({ damagedLines: 0, entries: [{}, {}] })
      await again.close()
    },
  )

  test('never gives a number out again whose line could not be taken away', async () => {
    const { failing, openFile } = failingDisk()
    const journal = await reopen(openFile)
    failing.call = 'datasync'
    failing.truncates = false
    expect(await journal.appendSale(makeSale(1), 0)).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    failing.call = null
    expect(await append(journal, makeSale(2))).toBe('K1-261121-0002')
    await journal.close()
    const again = await reopen()
    const numbers = await numbersIn(again)
    expect(new Set(numbers).size).toBe(numbers.length)
    await again.close()
  })

  test('says which kind of refusal it was', async () => {
    const { failing, openFile } = failingDisk()
    const journal = await reopen(openFile)
    failing.call = 'write'
    failing.code = 'EROFS'
    expect(await journal.appendSale(makeSale(1), 0)).toMatchObject({ ok: false, error: { code: 'disk-refused' } })
    failing.code = 'EIO'
    expect(await journal.appendSale(makeSale(1), 0)).toMatchObject({ ok: false, error: { code: 'journal-failed' } })
    await journal.close()
  })
})

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
    expect(await readdir(folder)).toEqual(['sales-2026-11-22.jsonl', 'sales-2026-11-24.jsonl'])
    await late.close()
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
            await half.appendSale(makeSale(99), 0)
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
