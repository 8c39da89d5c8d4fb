import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rupiah, ZERO_RUPIAH } from '../../shared/domain/money.ts'
import type { SaleLine, UnnumberedSale } from '../../shared/domain/sale.ts'
import { stockDocumentSchema } from '../../shared/domain/stock-document.ts'
import type { KeptRecord } from '../../shared/ipc/contract.ts'
import { openJournalFile, type OpenJournalFile } from './journal-file.ts'
import { openJournal, type Journal } from './journal.ts'

/** The tests' day: 2026-11-21, noon at a register in Jakarta. */
export const NOON_IN_JAKARTA = Date.UTC(2026, 10, 21, 5)
export const DAY_MS = 86_400_000
/** The file of that day. */
export const FILE = 'sales-2026-11-21.jsonl'
export const REMOTE = { id: '9', number: 'SI.9', total: rupiah(500) }
/** How many characters of a line stand before its record. */
export const HEAD_LENGTH = '{"checksum":"12345678","record":'.length

/** A UUID that ends with the index. */
export const saleId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const LINE: SaleLine = {
  sku: 'A',
  name: 'Kopi',
  barcode: null,
  quantity: 1,
  soldBy: 'piece',
  regularPrice: rupiah(500),
  unitPrice: rupiah(500),
  priceOverride: null,
  discount: null,
  lineDiscount: ZERO_RUPIAH,
  basketDiscount: ZERO_RUPIAH,
  amount: rupiah(500),
  isTaxed: false,
  isTaxIncluded: false,
  taxBase: ZERO_RUPIAH,
  tax: ZERO_RUPIAH,
  components: [],
  returned: null,
}

/** A line that came back. */
export const RETURNED_LINE: SaleLine = {
  ...LINE,
  quantity: -1,
  amount: rupiah(-500),
  returned: { lineIndex: 0, received: 1, restocked: 1, reason: 'Berubah Pikiran' },
}

/** A sale of one piece at noon. */
export const makeSale = (index: number, changes: Partial<UnnumberedSale> = {}): UnnumberedSale => ({
  id: saleId(index),
  register: 'K1',
  cashier: 'Ani',
  kind: 'walk-in',
  openedAtMs: NOON_IN_JAKARTA,
  paidAtMs: NOON_IN_JAKARTA,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko Sumber Rejeki ⭐', address: ['Pasar'], phone: '', npwp: '' },
  lines: [LINE],
  basketDiscount: null,
  tax: null,
  rounding: ZERO_RUPIAH,
  total: rupiah(500),
  tenders: [{ method: 'cash', amount: rupiah(500), applied: rupiah(500), reference: null, isConfirmed: true }],
  change: ZERO_RUPIAH,
  delivery: null,
  note: '',
  route: 'both-not-linked',
  returnOf: null,
  shiftId: null,
  approvals: [],
  stockApproval: null,
  ...changes,
})

/** What came back of sale 1, as a sale; with `isExchange` something else was sold along with it. */
export const makeReturn = (index: number, isExchange = false): UnnumberedSale =>
  makeSale(index, {
    lines: isExchange ? [LINE, RETURNED_LINE] : [RETURNED_LINE],
    total: rupiah(isExchange ? 0 : -500),
    tenders: [],
    returnOf: { saleId: saleId(1), number: 'K1-261121-0001', kind: 'walk-in', route: 'both-not-linked' },
  })

/** The copy of an open shift. */
export const shiftCopy = (index: number): KeptRecord & { readonly kind: 'shift' } => ({
  kind: 'shift',
  id: saleId(index),
  atMs: NOON_IN_JAKARTA,
  shift: {
    id: saleId(index),
    register: 'K1',
    openedAtMs: NOON_IN_JAKARTA,
    openedBy: 'Ani',
    utcOffsetMinutes: 420,
    isOpenedBySale: false,
    openingCount: [],
    openingCash: ZERO_RUPIAH,
    closing: null,
  },
})

/** The copy of the same shift, closed by a clock that was set back before its opening. */
export const closedShiftCopy = (index: number): KeptRecord & { readonly kind: 'shift' } => {
  const open = shiftCopy(index)
  const atMs = open.atMs - DAY_MS
  const closing = {
    atMs,
    by: 'Ani',
    count: [],
    countedCash: ZERO_RUPIAH,
    expectedCash: ZERO_RUPIAH,
    difference: ZERO_RUPIAH,
    approval: null,
    note: '',
  }
  return { ...open, atMs, shift: { ...open.shift, closing } }
}

/** The copy of goods that came in. */
export const documentCopy = (
  index: number,
  atMs = NOON_IN_JAKARTA,
): KeptRecord & { readonly kind: 'stock-document' } => ({
  kind: 'stock-document',
  id: saleId(index),
  atMs,
  document: stockDocumentSchema.parse({
    id: saleId(index),
    number: `K1-S261121-${String(index).padStart(4, '0')}`,
    kind: 'in',
    register: 'K1',
    by: 'Ani',
    approval: null,
    atMs,
    utcOffsetMinutes: 420,
    warehouseId: 'W',
    toWarehouseId: null,
    pulledAtMs: null,
    reason: 'Restock',
    note: '',
    lines: [{ sku: 'A', name: 'Kopi', quantity: 5, counted: null, expected: null, pulledOnHand: null }],
    route: 'both-not-linked',
  }),
})

/** A journal folder of its own for one test. */
export const createJournalFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), 'konter-journal-'))
  const folder = join(root, 'journal')
  return {
    folder,
    reopen: (openFile: OpenJournalFile = openJournalFile, nowMs = NOON_IN_JAKARTA): Promise<Journal> =>
      openJournal({ folder, now: () => nowMs, countOwedSteps: () => 2, openFile }),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** Appends and gives the number; throws when it is refused. */
export const append = async (journal: Journal, sale: UnnumberedSale, highestKnownSequence = 0): Promise<string> => {
  const answer = await journal.appendSale(sale, { sale: highestKnownSequence, return: 0 })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.number
}

/** The numbers that the journal lists. */
export const numbersIn = async (journal: Journal): Promise<string[]> =>
  (await journal.list()).entries.map((entry) => entry.number)
