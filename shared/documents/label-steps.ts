import type { LabelSize } from './label-size.ts'

/** One way to share the room of a label between the recipient and the goods. */
export type LabelStep = {
  /** Of the recipient's street, which the other sizes of the addresses follow. */
  readonly streetMm: number
  /** Of the names of goods. */
  readonly goodsMm: number
  /**
   * What the goods need: room for every name, on two lines where it is long; for every name on one line; so many
   * millimetres; or no more than the one line that counts them all.
   */
  readonly goods: 'whole' | 'on-one-line' | 'counted' | number
  /** True where everything else makes way for long addresses. */
  readonly isTight: boolean
}

const STEP_MM = 0.25
const GOODS_MM = 2.75
/** Smaller than usual, where that saves the goods from being counted. */
const SMALL_GOODS_MM = 2.5
/** Goods are set so much smaller than the street. */
const GOODS_TO_STREET = 0.75

/**
 * How a label is tried, the best first. Room to spare goes to the recipient and the goods. Where it is short the recipient
 * shrinks to what is readable from a metre, then the goods make way down to what they should have at least, and only then
 * the recipient shrinks further; at last the goods are counted in one line and everything else makes way.
 */
export const labelSteps = ({ streetMm, goodsMm, leastGoodsMm }: LabelSize): readonly LabelStep[] => {
  const goodsAt = (mm: number): number =>
    Math.max(GOODS_MM, Math.min(goodsMm, Math.floor((mm * GOODS_TO_STREET) / STEP_MM) * STEP_MM))
  const count = Math.round((streetMm.largest - streetMm.readable) / STEP_MM) + 1
  const spacious = Array.from({ length: count }, (_, index) => streetMm.largest - index * STEP_MM)
  const [least, fewest] = leastGoodsMm
  const step = (mm: number, goods: LabelStep['goods']): LabelStep => ({
    streetMm: mm,
    goodsMm: goodsAt(mm),
    goods,
    isTight: false,
  })
  return [
    ...spacious.map((mm) => step(mm, 'whole')),
    step(streetMm.readable, 'on-one-line'),
    { ...step(streetMm.readable, 'on-one-line'), goodsMm: SMALL_GOODS_MM },
    step(streetMm.readable, least),
    ...[3, 2.75, 2.5].map((mm) => step(mm, fewest)),
    step(2.5, 'counted'),
    { ...step(2.25, 'counted'), isTight: true },
  ]
}

const namesAllGoods = ({ goods }: LabelStep): boolean => goods === 'whole' || goods === 'on-one-line'

/**
 * What the first of the steps gives that gives anything. Where not even the one of those that name all goods that needs
 * least room does, the others of them are not tried: a sale of many lines costs as little time as one of few.
 */
export const firstFitting = <Found>(
  steps: readonly LabelStep[],
  tryStep: (step: LabelStep) => Found | null,
): Found | null => {
  const [best, ...others] = steps
  const found = best === undefined ? null : tryStep(best)
  if (found !== null) return found
  const least = others.findLast(namesAllGoods)
  const leastFound = least === undefined ? null : tryStep(least)
  for (const step of others) {
    if (leastFound === null && namesAllGoods(step)) continue
    const next = step === least ? leastFound : tryStep(step)
    if (next !== null) return next
  }
  return null
}
