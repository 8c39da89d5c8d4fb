import { addRupiah, rupiah, subtractRupiah, timesRupiah, type Rupiah } from './money.ts'
import { DENOMINATIONS, type CashCount, type CashMove, type Shift } from './shift.ts'

/** What counted cash comes to. */
export const cashCountTotal = (count: CashCount): Rupiah =>
  addRupiah(...count.map((each) => timesRupiah(rupiah(each.denomination), each.count)))

/**
 * The count with every denomination in circulation, largest first, 0 where none was found: how counts are kept. Unknown
 * denominations stay, at the end; one given twice is summed.
 */
export const completeCashCount = (count: CashCount): CashCount => {
  const known: readonly number[] = DENOMINATIONS
  const others = new Set(count.map((each) => each.denomination).filter((value) => !known.includes(value)))
  const counted = (denomination: number): number =>
    count.filter((each) => each.denomination === denomination).reduce((sum, each) => sum + each.count, 0)
  return [...known, ...others].map((denomination) => ({ denomination, count: counted(denomination) }))
}

/** Cash put in less cash taken out, other than by sales. */
export const cashMoved = (moves: readonly Pick<CashMove, 'type' | 'amount'>[]): Rupiah => {
  const sumOf = (type: CashMove['type']): Rupiah =>
    addRupiah(...moves.filter((move) => move.type === type).map((move) => move.amount))
  return subtractRupiah(sumOf('in'), sumOf('out'))
}

/**
 * What must lie in the drawer: opening cash + cash of sales (change and refunds taken off) + cash put in - cash taken
 * out. Below zero when more was taken out than the till knows to be there.
 */
export const expectedCash = (
  shift: Pick<Shift, 'openingCash'>,
  cashOfSales: Rupiah,
  moves: readonly Pick<CashMove, 'type' | 'amount'>[],
): Rupiah => addRupiah(shift.openingCash, cashOfSales, cashMoved(moves))

/** Whether closing with this difference (counted - expected) needs permission: over or under by more than the shop's limit. */
export const differenceNeedsApproval = (difference: Rupiah, limit: Rupiah): boolean => Math.abs(difference) > limit

/** True while nobody has counted what was in the drawer before the first sale. */
export const needsOpeningCount = (shift: Pick<Shift, 'isOpenedBySale' | 'openingCount'>): boolean =>
  shift.isOpenedBySale && shift.openingCount.length === 0
