/** How the parts of a shipping label are arranged on one size of label. */
export type LabelSize = {
  readonly widthMm: number
  readonly heightMm: number
  /** Room for a label that sits a little off in the printer. */
  readonly marginMm: number
  /** Room for shop and sale number; the rest of the line is the courier's. */
  readonly shopWidthMm: number
  readonly shopSizesMm: readonly number[]
  readonly courierSizesMm: readonly number[]
  readonly awbSizesMm: readonly number[]
  readonly awbCodeMm: number
  /** The box for the courier's own sticker. */
  readonly emptyAwbMm: number
  /** Width of the sender's column beside the recipient; null where the sender stands below. */
  readonly senderWidthMm: number | null
  readonly leastAddressMm: number
  readonly recipientSizesMm: readonly number[]
  /** Height of the sale number's barcode. */
  readonly numberCodeMm: number
  readonly noteSizesMm: readonly number[]
  /** True where the number's barcode stands beside NON-COD, false where it stands below. */
  readonly hasCodeBeside: boolean
  /** True where the sale number is printed as barcode again although it already stands for the AWB. */
  readonly repeatsNumber: boolean
  /** What the goods should have at least while addresses are set large, and while they are set at 3 mm. */
  readonly leastGoodsMm: readonly [number, number]
  /** True for a table of goods without head and total: the total then stands beside NON-COD. */
  readonly hasShortTable: boolean
  /** Widest logo beside the shop's name. */
  readonly logoWidthMm: number
  /** Columns of the table of goods. */
  readonly table: { readonly numberMm: number; readonly skuMm: number; readonly quantityMm: number }
}

/** The sizes of shipping labels, largest first. 100 x 150 mm is the one that Forstok calls A6. */
export const LABEL_SIZES: readonly LabelSize[] = [
  {
    widthMm: 100,
    heightMm: 150,
    marginMm: 4,
    shopWidthMm: 54,
    shopSizesMm: [4.5, 4, 3.5, 3, 2.75, 2.5, 2.25],
    courierSizesMm: [6, 5, 4, 3.25],
    awbSizesMm: [4.5, 4, 3.5, 3, 2.5],
    awbCodeMm: 17,
    emptyAwbMm: 13,
    senderWidthMm: 29,
    leastAddressMm: 27,
    recipientSizesMm: [4.75, 4, 3.5, 3, 2.75, 2.5, 2.25],
    numberCodeMm: 8,
    noteSizesMm: [3, 2.75, 2.5],
    hasCodeBeside: true,
    repeatsNumber: true,
    hasShortTable: false,
    logoWidthMm: 22,
    leastGoodsMm: [19, 15],
    table: { numberMm: 6, skuMm: 23, quantityMm: 11 },
  },
  {
    widthMm: 100,
    heightMm: 100,
    marginMm: 3,
    shopWidthMm: 55,
    shopSizesMm: [4, 3.5, 3],
    courierSizesMm: [5.5, 5, 4, 3.25],
    awbSizesMm: [4, 3.5, 3, 2.5],
    awbCodeMm: 11,
    emptyAwbMm: 10,
    senderWidthMm: 29,
    leastAddressMm: 18,
    recipientSizesMm: [4, 3.5, 3.25, 3, 2.75, 2.5, 2.25],
    numberCodeMm: 6.5,
    noteSizesMm: [2.75, 2.5],
    hasCodeBeside: true,
    repeatsNumber: false,
    hasShortTable: true,
    logoWidthMm: 22,
    leastGoodsMm: [12, 8],
    table: { numberMm: 6, skuMm: 23, quantityMm: 11 },
  },
  {
    widthMm: 76,
    heightMm: 130,
    marginMm: 3,
    shopWidthMm: 43,
    shopSizesMm: [4, 3.5, 3],
    courierSizesMm: [5, 4, 3.5, 3],
    awbSizesMm: [4, 3.5, 3, 2.5],
    awbCodeMm: 15,
    emptyAwbMm: 12,
    senderWidthMm: null,
    leastAddressMm: 0,
    recipientSizesMm: [4.25, 3.75, 3.25, 3, 2.75, 2.5, 2.25],
    numberCodeMm: 7,
    noteSizesMm: [2.75, 2.5],
    hasCodeBeside: false,
    repeatsNumber: false,
    hasShortTable: true,
    logoWidthMm: 14,
    leastGoodsMm: [12, 8],
    table: { numberMm: 5, skuMm: 18, quantityMm: 9 },
  },
]

/** The paper that a label is drawn for. */
export type LabelMedia = { readonly widthMm: number; readonly heightMm: number }

/** Labels are often sold a little smaller than they are called: so much less, either way, comes off the margins. */
const MISSING_MM = 1.5

/** The largest size that the label in the printer holds; null when it is too small for any. */
export const labelSizeFor = ({ widthMm, heightMm }: LabelMedia): LabelSize | null =>
  LABEL_SIZES.find((size) => size.widthMm - MISSING_MM <= widthMm && size.heightMm - MISSING_MM <= heightMm) ?? null

/** Where a size's parts stand on the label in the printer: as much room as ever, closer to the edges of a label that is a little smaller. */
export const labelAreaOn = (
  { widthMm, heightMm, marginMm }: LabelSize,
  media: LabelMedia,
): { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly heightMm: number } => ({
  xMm: marginMm - Math.max(0, widthMm - media.widthMm) / 2,
  yMm: marginMm - Math.max(0, heightMm - media.heightMm) / 2,
  widthMm: widthMm - marginMm * 2,
  heightMm: heightMm - marginMm * 2,
})

const sizeWords = ({ widthMm, heightMm }: LabelMedia): string => `${String(widthMm)} × ${String(heightMm)} mm`

/** What is wrong with paper that no shipping label fits, in both languages. */
export const wrongLabelMedia = (media: LabelMedia | { readonly paperWidthMm: number }): string => {
  const needed = LABEL_SIZES.map(sizeWords).join(', ')
  const [loaded, loadedEnglish] =
    'paperWidthMm' in media
      ? [`kertas struk ${String(media.paperWidthMm)} mm`, `a receipt roll of ${String(media.paperWidthMm)} mm`]
      : [`label ${sizeWords(media)}`, `labels of ${sizeWords(media)}`]
  return `Perlu label ${needed}; di printer ini ${loaded} / Needs labels of ${needed}; this printer has ${loadedEnglish}`
}
