import { fromThousandths, thousandthsOf } from '../../../shared/domain/quantity.ts'

const PER_UNIT = 1_000n

/** A row of an Accurate document: `unitPrice x quantity - itemCashDiscount` is what it adds to the document. */
export type ExactRow = {
  readonly quantity: number
  /** Whole rupiah. */
  readonly unitPrice: number
  /** Rupiah for the whole row, 0 or more; up to three decimals where the quantity has decimals. */
  readonly itemCashDiscount: number
}

const ceilingOf = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator

const decimalOf = (thousandths: bigint): number =>
  Number(thousandths / PER_UNIT) + fromThousandths(Number(thousandths % PER_UNIT))

/**
 * The row that comes to exactly `amount` (whole rupiah, 0 or more) for a quantity above 0. The discount is what lies
 * between price times quantity and the amount; where it would be below zero the price goes up by as many whole rupiah as
 * are needed. Worked out in whole thousandths, so nothing is ever rounded.
 */
export const exactRow = (unitPrice: number, quantity: number, amount: number): ExactRow => {
  const units = BigInt(thousandthsOf(quantity))
  if (units <= 0n || amount < 0) throw new RangeError(`Not a row: ${String(quantity)} for ${String(amount)}`)
  const wanted = BigInt(amount) * PER_UNIT
  const lowest = ceilingOf(wanted, units)
  const plain = BigInt(unitPrice)
  const price = plain < lowest ? lowest : plain
  return {
    quantity,
    unitPrice: Number(price),
    itemCashDiscount: decimalOf(price * units - wanted),
  }
}
