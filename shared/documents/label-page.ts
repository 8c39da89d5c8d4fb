import type { Column } from './column.ts'
import type { GreyImage, LABEL_PARTS, TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { DocumentLanguage } from './document-words.ts'
import type { labelAreaOn, LabelSize } from './label-size.ts'
import type { LabelWords } from './label-words.ts'
import type { Delivery, Sale } from '../domain/sale.ts'

/** One part of a shipping label. */
export type LabelPart = (typeof LABEL_PARTS)[number]

/** All that the parts of a shipping label are drawn from. */
export type LabelPage = {
  readonly sale: Sale
  readonly delivery: Delivery
  readonly isCopy: boolean
  readonly logo: GreyImage | null
  /** The shop's own. */
  readonly note: string
  readonly language: DocumentLanguage
  readonly words: LabelWords
  readonly size: LabelSize
  /** The room between the margins, on this label. */
  readonly area: ReturnType<typeof labelAreaOn>
  /** The size of the recipient's street, which the other sizes of the addresses follow: less where room is short. */
  readonly streetMm: number
  /** The size of the names of goods. */
  readonly goodsMm: number
  /** True where everything else makes way for long addresses. */
  readonly isTight: boolean
  readonly measure: DocumentMeasure
}

const SCALES: Readonly<Record<TextSize, number>> = { small: 0.88, normal: 1, large: 1.15 }

/** How much larger than usual a part is set. */
export const labelScale = (size: TextSize): number => SCALES[size]

/** Whole dots at 8 a millimetre. */
export const scaledMm = (mm: number, size: TextSize): number => Math.round(mm * SCALES[size] * 8) / 8

/** Font sizes of a part, largest first, each once. */
export const scaledSizes = (sizesMm: readonly number[], size: TextSize): readonly number[] => [
  ...new Set(sizesMm.map((mm) => scaledMm(mm, size))),
]

/** Moves what was drawn on other columns to this one. */
export const takeOver = (column: Column, ...others: readonly Column[]): void => {
  for (const other of others) for (const primitive of other.primitives()) column.add(primitive)
}
