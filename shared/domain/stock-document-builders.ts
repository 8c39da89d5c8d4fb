import type { ActionableError } from '../ipc/contract.ts'
import type { Approval } from './approval.ts'
import { addQuantities, isQuantity, LARGEST_QUANTITY } from './quantity.ts'
import { refuse } from './refuse.ts'
import { success, type Result } from './result.ts'
import type { SalesRoute } from './sales-route.ts'
import { STOCK_REASONS, stockOwnerOf, type StockDocument, type StockDocumentLine } from './stock-document.ts'
import { wholeOf } from './stock-movements.ts'

/** All of a stock document that is not its goods. */
export type StockDocumentHead = {
  readonly id: string
  readonly number: string
  readonly register: string
  readonly by: string
  readonly approval: Approval | null
  readonly atMs: number
  readonly utcOffsetMinutes: number
  readonly warehouseId: string
  readonly note: string
  readonly route: SalesRoute
}

/** Goods that come in, go out or move to another warehouse; `quantity` is above 0. */
export type MovedGoods = {
  readonly sku: string
  readonly name: string
  readonly soldBy: 'piece' | 'weight'
  readonly quantity: number
}

/** One SKU as it was counted, with what the till knew of it at that moment. */
export type CountedGoods = {
  readonly sku: string
  readonly name: string
  readonly soldBy: 'piece' | 'weight'
  readonly counted: number
  readonly countedAtMs: number
  /** On hand as the till knew it then: the level, and the till's own physical movements not contained in it. */
  readonly expected: number
  /** On hand as pulled, and when that pull began; nulls for a SKU that no pull has brought. */
  readonly pulledOnHand: number | null
  readonly pulledAtMs: number | null
  /** The same SKU when the count is approved: on hand, and the rests of weighed sales that stand on top of the level. */
  readonly now: { readonly onHand: number; readonly restIds: readonly string[]; readonly restQuantity: number }
}

type Refusal = Result<never, ActionableError>

const quantityRefusal = (
  goods: Pick<MovedGoods, 'name' | 'soldBy'>,
  quantity: number,
  least: number,
): Refusal | null => {
  const isSound = isQuantity(quantity) && quantity >= least && quantity <= LARGEST_QUANTITY
  if (!isSound)
    return refuse(
      'stock.quantity',
      `${goods.name}: isi jumlah ${least === 0 ? '0 atau lebih' : 'di atas 0'}, paling banyak 99.999, paling banyak tiga angka di belakang koma.`,
      `${goods.name}: enter a quantity ${least === 0 ? 'of 0 or more' : 'above 0'}, at most 99,999, with at most three decimals.`,
    )
  if (goods.soldBy === 'piece' && !Number.isInteger(quantity))
    return refuse(
      'stock.whole',
      `${goods.name} dijual per buah: isi jumlah tanpa koma.`,
      `${goods.name} is sold by the piece: enter a whole quantity.`,
    )
  return null
}

const goodsRefusal = (
  goods: readonly { readonly sku: string; readonly name: string; readonly soldBy: 'piece' | 'weight' }[],
  quantityOf: (index: number) => number,
  least: number,
): Refusal | null => {
  if (goods.length === 0)
    return refuse(
      'stock.empty',
      'Belum ada barang. Pindai atau cari barang dahulu.',
      'No goods yet. Scan or find an item first.',
    )
  const skus = goods.map((each) => each.sku)
  const twice = goods.find((each, index) => skus.indexOf(each.sku) !== index)
  if (twice !== undefined)
    return refuse(
      'stock.twice',
      `${twice.name} ada dua kali. Gabungkan menjadi satu baris.`,
      `${twice.name} is listed twice. Put it on one line.`,
      twice.sku,
    )
  for (const [index, each] of goods.entries()) {
    const refusal = quantityRefusal(each, quantityOf(index), least)
    if (refusal !== null) return refusal
  }
  return null
}

/** The least quantity of goods that move. */
const LEAST_MOVED = 0.001

const reasonRefusal = (allowed: readonly string[], reason: string, note: string): Refusal | null => {
  if (!allowed.includes(reason))
    return refuse('stock.reason', 'Pilih alasan dari daftar.', 'Choose a reason from the list.')
  if (reason === 'Others' && note.trim() === '')
    return refuse(
      'stock.note',
      'Alasan "Lainnya" memerlukan catatan: tulis apa yang terjadi.',
      'The reason "Other" needs a note: write what happened.',
    )
  return null
}

const movedLine = (goods: MovedGoods, sign: 1 | -1, isWholeOnly: boolean): StockDocumentLine => {
  const quantity = sign * goods.quantity
  const whole = wholeOf(quantity)
  return {
    sku: goods.sku,
    name: goods.name,
    quantity,
    counted: null,
    expected: null,
    pulledOnHand: null,
    countedAtMs: null,
    serviceQuantity: isWholeOnly && whole !== quantity ? whole : null,
    serviceExpected: null,
    restQuantity: 0,
    supersedes: [],
    isDropped: false,
  }
}

const isWholeOnly = (head: StockDocumentHead): boolean => stockOwnerOf(head.route) === 'forstok'

/** Goods that come in or go out by hand, with one of Forstok's reasons. Refuses quantities of 0 or below, parts of pieces, and a reason that is not on the list. */
export const moveDocument = (
  kind: 'in' | 'out',
  goods: readonly MovedGoods[],
  reason: string,
  head: StockDocumentHead,
): Result<StockDocument, ActionableError> => {
  const refusal =
    goodsRefusal(goods, (index) => goods[index]?.quantity ?? 0, LEAST_MOVED) ??
    reasonRefusal(STOCK_REASONS[kind], reason, head.note)
  if (refusal !== null) return refusal
  const sign = kind === 'in' ? 1 : -1
  const lines = goods.map((each) => movedLine(each, sign, isWholeOnly(head)))
  return success({ ...head, kind, toWarehouseId: null, pulledAtMs: null, reason, lines, voiding: null })
}

/** Goods that go from this warehouse to another known one. Forstok has no call of its own for it: out of one, into the other. */
export const transferDocument = (
  goods: readonly MovedGoods[],
  toWarehouseId: string,
  knownWarehouseIds: readonly string[],
  head: StockDocumentHead,
): Result<StockDocument, ActionableError> => {
  const refusal = goodsRefusal(goods, (index) => goods[index]?.quantity ?? 0, LEAST_MOVED)
  if (refusal !== null) return refusal
  const isKnown = [head.warehouseId, toWarehouseId].every((each) => knownWarehouseIds.includes(each))
  if (!isKnown || head.warehouseId === toWarehouseId)
    return refuse(
      'stock.warehouse',
      'Pilih gudang tujuan yang lain dari gudang ini, lalu tarik stok bila gudangnya belum dikenal.',
      'Choose another warehouse than this one; pull the stock if the warehouse is not known yet.',
    )
  const [reason] = STOCK_REASONS.transfer
  const lines = goods.map((each) => movedLine(each, -1, isWholeOnly(head)))
  return success({ ...head, kind: 'transfer', toWarehouseId, pulledAtMs: null, reason, lines, voiding: null })
}

const countedLine = (goods: CountedGoods, wholeOnly: boolean): StockDocumentLine => {
  const quantity = addQuantities(goods.counted, -goods.expected)
  const { onHand, restIds, restQuantity } = goods.now
  const line = {
    sku: goods.sku,
    name: goods.name,
    quantity,
    counted: goods.counted,
    expected: goods.expected,
    pulledOnHand: goods.pulledOnHand,
    countedAtMs: goods.countedAtMs,
    isDropped: false,
  }
  // The service's own figure is what the till knows less the rests that only the till knows of.
  const serviceExpected = wholeOnly ? addQuantities(onHand, -restQuantity) : onHand
  const target = addQuantities(onHand, quantity)
  const change = wholeOnly ? addQuantities(wholeOf(target), -serviceExpected) : quantity
  if (!wholeOnly || change === 0)
    return { ...line, serviceExpected, serviceQuantity: change, restQuantity: wholeOnly ? quantity : 0, supersedes: [] }
  const rest = addQuantities(target, -wholeOf(target))
  return { ...line, serviceExpected, serviceQuantity: change, restQuantity: rest, supersedes: restIds }
}

const oldestOf = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((time) => time !== null)
  return known.length === 0 || known.length < times.length ? null : Math.min(...known)
}

/**
 * A stock count: what was found on the shelf against what the till knew when it was counted, so that goods sold between
 * counting and approving are not lost. Refuses figures below zero and parts of pieces. `pulledAtMs` is the oldest pull that
 * a line is compared with; null when some SKU was in none.
 */
export const countDocument = (
  goods: readonly CountedGoods[],
  head: StockDocumentHead,
): Result<StockDocument, ActionableError> => {
  const refusal = goodsRefusal(goods, (index) => goods[index]?.counted ?? 0, 0)
  if (refusal !== null) return refusal
  const [reason] = STOCK_REASONS.count
  const lines = goods.map((each) => countedLine(each, isWholeOnly(head)))
  const pulledAtMs = oldestOf(goods.map((each) => each.pulledAtMs))
  return success({ ...head, kind: 'count', toWarehouseId: null, pulledAtMs, reason, lines, voiding: null })
}
