import type { ActionableError } from '../ipc/contract.ts'
import { sliceOf } from './allocate.ts'
import { addRupiah, negateRupiah, rupiah, type Rupiah } from './money.ts'
import { addQuantities, formatQuantity, fromThousandths, isQuantity, thousandthsOf } from './quantity.ts'
import { refuse } from './refuse.ts'
import { success, type Result } from './result.ts'
import { returnedLines, roundingParts, saleParts } from './sale-sums.ts'
import type { ReturnOf, Sale, SaleLine, TenderMethod } from './sale.ts'

/** A sale with everything that has come back of it so far (returns and exchanges, none of them voided). */
export type SaleHistory = { readonly sale: Sale; readonly returns: readonly Sale[] }

/** What of one line may still come back. */
export type ReturnableLine = {
  readonly lineIndex: number
  readonly line: SaleLine
  readonly returnedQuantity: number
  readonly leftQuantity: number
}

/** What the cashier takes back of one line. Reasons are {@link RETURN_REASONS}. */
export type ReturnRequest = {
  readonly lineIndex: number
  readonly quantity: number
  readonly received: number
  readonly restocked: number
  readonly reason: string
}

/** Forstok's own list of reasons (its help page on returns), with what they say in English. */
export const RETURN_REASONS = [
  { id: 'Barang Rusak', en: 'Damaged goods' },
  { id: 'Barang Tidak Muat', en: 'Does not fit' },
  { id: 'Barang Tidak Sesuai Deskripsi', en: 'Not as described' },
  { id: 'Barang Yang Dikirim Tidak Sesuai Pesanan', en: 'Not what was ordered' },
  { id: 'Barang Tidak Sampai Pada Pembeli', en: 'Never arrived' },
  { id: 'Berubah Pikiran', en: 'Change of mind' },
] as const

/** The part of a sale that a return refers to. */
export const returnOf = ({ id, number, kind, route }: Sale): ReturnOf => ({ saleId: id, number, kind, route })

/** The lines by which one line came back so far. */
const returnsOfLine = (history: SaleHistory, lineIndex: number): readonly SaleLine[] =>
  history.returns.flatMap(returnedLines).filter((line) => line.returned?.lineIndex === lineIndex)

const returnedOfLine = (history: SaleHistory, lineIndex: number): number =>
  -addQuantities(...returnsOfLine(history, lineIndex).map((line) => line.quantity))

/** Each sold line of the sale with what has come back of it and what still may. */
export const returnableLines = (history: SaleHistory): readonly ReturnableLine[] =>
  history.sale.lines.flatMap((line, lineIndex): ReturnableLine[] => {
    if (line.returned !== null) return []
    const returnedQuantity = returnedOfLine(history, lineIndex)
    return [{ lineIndex, line, returnedQuantity, leftQuantity: addQuantities(line.quantity, -returnedQuantity) }]
  })

/**
 * The line that comes back: its part of what is left of the sold line, mirrored. Cut from what is left, the parts of one
 * line always sum to exactly what was sold, in whatever portions it comes back and whichever of them are called off. Refuses more than sold minus returned, and quantities that
 * do not fit together.
 */
export const returnLine = (history: SaleHistory, request: ReturnRequest): Result<SaleLine, ActionableError> => {
  const found = returnableLines(history).find((each) => each.lineIndex === request.lineIndex)
  if (found === undefined)
    return refuse(
      'return.no-line',
      'Baris ini tidak ada pada penjualan asal. Pilih barang dari daftar penjualan.',
      'This line is not part of the earlier sale. Choose from the lines of that sale.',
    )
  const { line, leftQuantity } = found
  const { quantity, received, restocked, reason } = request
  const isPiece = line.soldBy === 'piece'
  const isSound = [quantity, received, restocked].every(
    (each) => isQuantity(each) && each >= 0 && (!isPiece || Number.isInteger(each)),
  )
  if (!isSound || quantity === 0)
    return refuse(
      'return.quantity',
      `Isi jumlah kembali untuk ${line.name}: angka di atas 0${isPiece ? ', tanpa koma' : ''}.`,
      `Enter how much of ${line.name} comes back: above 0${isPiece ? ', whole' : ''}.`,
    )
  if (quantity > leftQuantity)
    return refuse(
      'return.too-many',
      `${line.name}: paling banyak ${formatQuantity(leftQuantity)} yang masih bisa dikembalikan.`,
      `${line.name}: at most ${formatQuantity(leftQuantity)} can still come back.`,
      String(leftQuantity),
    )
  if (restocked > received || received > quantity)
    return refuse(
      'return.received',
      `${line.name}: yang masuk stok tidak boleh lebih dari yang diterima, dan yang diterima tidak lebih dari yang dikembalikan.`,
      `${line.name}: restocked cannot exceed received, and received cannot exceed returned.`,
    )
  if (reason.trim() === '')
    return refuse(
      'return.reason',
      `Pilih alasan pengembalian untuk ${line.name}.`,
      `Choose why ${line.name} comes back.`,
    )
  const earlier = returnsOfLine(history, request.lineIndex)
  const part = (figure: 'lineDiscount' | 'basketDiscount' | 'amount' | 'taxBase' | 'tax'): Rupiah => {
    const left = addRupiah(line[figure], ...earlier.map((each) => each[figure]))
    return negateRupiah(sliceOf(left, 0, thousandthsOf(quantity), thousandthsOf(leftQuantity)))
  }
  return success({
    ...line,
    quantity: fromThousandths(-thousandthsOf(quantity)),
    lineDiscount: part('lineDiscount'),
    basketDiscount: part('basketDiscount'),
    amount: part('amount'),
    taxBase: part('taxBase'),
    tax: part('tax'),
    returned: { lineIndex: request.lineIndex, received, restocked, reason: reason.trim() },
  })
}

/** The most that may still be paid back for a sale: what its sold goods came to less what earlier returns and exchanges credited. */
export const refundableTotal = ({ sale, returns }: SaleHistory): Rupiah =>
  rupiah(Math.max(0, addRupiah(saleParts(sale).sold, ...returns.map((each) => saleParts(each).returned))))

/** How much of each way to pay can go back by the same way: what it paid, less what went back by it. Cash is not limited. */
export const refundableByMethod = ({ sale, returns }: SaleHistory): Readonly<Record<TenderMethod, Rupiah>> => {
  const sumOf = (method: TenderMethod): Rupiah => {
    const paid = sale.tenders
      .filter((tender) => tender.method === method && tender.applied > 0)
      .map((tender) => tender.applied)
    const wentBack = returns
      .flatMap((each) => each.tenders)
      .filter((tender) => tender.method === method && tender.applied < 0)
      .map((tender) => tender.applied)
    return rupiah(Math.max(0, addRupiah(...paid, ...wentBack)))
  }
  const [cash, qris, card, transfer, deposit] = [
    sumOf('cash'),
    sumOf('qris'),
    sumOf('card'),
    sumOf('transfer'),
    sumOf('deposit'),
  ]
  return { cash, qris, card, transfer, deposit }
}

/**
 * The rounding that a pure return must carry when with it everything has come back: what the sale and its earlier returns
 * were rounded by, taken back, so that all of them sum to zero. Null while something is left.
 */
export const closingRounding = (history: SaleHistory, lines: readonly SaleLine[]): Rupiah | null => {
  const isComplete = returnableLines(history).every(({ lineIndex, leftQuantity }) => {
    const now = lines.filter((line) => line.returned?.lineIndex === lineIndex).map((line) => line.quantity)
    return addQuantities(leftQuantity, ...now) === 0
  })
  if (!isComplete) return null
  const earlier = history.returns.map((each) => roundingParts(each).returned)
  return negateRupiah(addRupiah(roundingParts(history.sale).sold, ...earlier))
}
