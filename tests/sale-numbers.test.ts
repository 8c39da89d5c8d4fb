import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileNameOf, listDays } from '../electron/journal/index-files.ts'
import { makeReturn, makeSale } from '../electron/journal/journal-fixture.ts'
import { openJournalFile, type OpenJournalFile } from '../electron/journal/journal-file.ts'
import { encodeRecord } from '../electron/journal/journal-record.ts'
import { openJournal, type Journal } from '../electron/journal/journal.ts'
import { seededRandom } from '../electron/practice/seeded-random.ts'
import { formatLocalDay } from '../shared/domain/local-time.ts'
import { parseSaleNumber } from '../shared/domain/sale-number.ts'
import type { UnnumberedSale } from '../shared/domain/sale.ts'

const SALES = 50_000
const LIVES = 30
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SEED = Number(process.env['KONTER_NUMBERS_SEED'] ?? 20_261_121)

/** The journal's own files, written when they are closed: no power is lost here, and 100,000 small writes would take a minute. */
const openFile: OpenJournalFile = async (path) => {
  const { handle, wasCreated } = await openJournalFile(path)
  const { size: sizeOnDisk } = await handle.stat()
  let waiting: Uint8Array[] = []
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    if (bytes.length > 0) await handle.write(bytes, 0, bytes.length, sizeOnDisk)
  }
  return {
    wasCreated,
    handle: {
      write: (bytes, offset, length) => {
        waiting.push(bytes.slice(offset, offset + length))
        return Promise.resolve({ bytesWritten: length })
      },
      read: (...args) => handle.read(...args),
      datasync: () => Promise.resolve(),
      truncate: (length) => handle.truncate(length),
      stat: () => handle.stat(),
      close: async () => {
        await flush()
        await handle.close()
      },
    },
  }
}

const prefixOf = (number: string): string => number.slice(0, number.lastIndexOf('-'))
const sequenceOf = (number: string): number => parseSaleNumber(number)?.sequence ?? 0

/** All numbers in the order in which they were made; it throws on the first that is not above those before it. */
const createLedger = () => {
  const highest = new Map<string, number>()
  const numbers = new Set<string>()
  return {
    numbers,
    note: (number: string): void => {
      const [prefix, sequence] = [prefixOf(number), sequenceOf(number)]
      if (numbers.has(number)) throw new Error(`${number} was made twice`)
      if (sequence <= (highest.get(prefix) ?? 0)) throw new Error(`${number} was made after a higher one`)
      highest.set(prefix, sequence)
      numbers.add(number)
    },
  }
}

test(
  '50,000 sales over years, with clock jumps and crashes: no two numbers equal, none reused, each above the last of its day',
  {
    timeout: 120_000,
  },
  async () => {
    const random = seededRandom(SEED)
    const folder = await mkdtemp(join(tmpdir(), 'konter-numbers-'))
    const ledger = createLedger()
    let clockMs = Date.UTC(2026, 0, 2, 3)
    let made = 0
    let uncertain = 0
    /** What the page's database knows; both windows share it, and it may be lost. */
    let known = new Map<string, number>()

    const nextSale = (): UnnumberedSale => {
      made += 1
      clockMs += Math.floor(-Math.log(1 - random()) * 0.5 * HOUR_MS)
      if (random() < 0.002) clockMs += Math.floor((random() - 0.5) * 2 * DAY_MS)
      if (random() < 0.0005) clockMs += Math.floor((random() - 0.45) * 400 * DAY_MS)
      clockMs = Math.min(Math.max(clockMs, Date.UTC(2020, 0, 1)), Date.UTC(2090, 0, 1))
      // A basket that was parked over midnight is numbered on the day on which it is paid.
      const parkedMs = random() < 0.05 ? random() * 2 * DAY_MS : 0
      const register = random() < 0.02 ? 'K2' : 'K1'
      const draw = random()
      const sale = draw < 0.85 ? makeSale(made) : makeReturn(made, draw < 0.9)
      return { ...sale, register, openedAtMs: Math.floor(clockMs - parkedMs), paidAtMs: clockMs }
    }
    const highestOf = (sale: UnnumberedSale): { sale: number; return: number } => {
      const day = formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes).slice(2).replaceAll('-', '')
      return {
        sale: known.get(`${sale.register}-${day}`) ?? 0,
        return: known.get(`${sale.register}-R${day}`) ?? 0,
      }
    }
    const pay = async (journal: Journal, sales: readonly UnnumberedSale[]): Promise<void> => {
      // Both windows read what the database knows before either has written.
      const asked = sales.map((sale) => ({ sale, highest: highestOf(sale) }))
      const answers = await Promise.all(
        asked.flatMap(({ sale, highest }) => {
          const presses = random() < 0.02 ? 2 : 1
          return Array.from({ length: presses }, () => journal.appendSale(sale, highest))
        }),
      )
      const written = new Map<string, number>()
      const seen = new Set<string>()
      for (const answer of answers) {
        if (!answer.ok) throw new Error(answer.error.code)
        const { number, returnNumber } = answer.value
        for (const each of new Set([number, ...(returnNumber === null ? [] : [returnNumber])])) {
          if (seen.has(each)) continue
          seen.add(each)
          ledger.note(each)
          written.set(prefixOf(each), Math.max(written.get(prefixOf(each)) ?? 0, sequenceOf(each)))
        }
      }
      // The page may die between the journal and its own transaction: then its database knows nothing of these.
      if (random() < 0.001) {
        uncertain += sales.length
        return
      }
      for (const [prefix, sequence] of written) known.set(prefix, Math.max(known.get(prefix) ?? 0, sequence))
      for (const sale of sales) await journal.markCommitted(sale.id)
    }

    /** The last line of a crashed run: a sale that nobody was told of, torn anywhere. */
    const tearLastLine = async (): Promise<void> => {
      const day = (await listDays(folder)).at(-1)
      if (day === undefined) return
      const sale = {
        ...makeSale(900_000 + made),
        number: `K1-${day.slice(2).replaceAll('-', '')}-9000`,
        returnNumber: null,
      }
      const line = encodeRecord({ type: 'sale', contentChecksum: '', sale, papers: [] })
      await appendFile(join(folder, fileNameOf(day)), line.slice(0, Math.floor(random() * line.length)))
    }

    try {
      for (let life = 0; life < LIVES; life += 1) {
        const journal = await openJournal({ folder, now: () => clockMs, countOwedSteps: () => 0, openFile })
        const until = Math.ceil(((life + 1) * SALES) / LIVES)
        const isOver = (): boolean => made >= until
        while (!isOver()) {
          const windows = random() < 0.1 ? 2 : 1
          await pay(journal, Array.from({ length: windows }, nextSale))
        }
        await journal.close()
        if (random() < 0.4) await tearLastLine()
        if (random() < 0.3) known = new Map()
      }
      expect(made).toBeGreaterThanOrEqual(SALES)
      expect(uncertain).toBeGreaterThan(0)
      expect(ledger.numbers.size).toBeGreaterThanOrEqual(made)
      // Files were removed on the way, and what they held was not made again.
      const days = new Set([...ledger.numbers].map((number) => parseSaleNumber(number)?.day))
      expect((await listDays(folder)).length).toBeLessThan(days.size)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
