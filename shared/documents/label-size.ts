/** How the parts of a shipping label are arranged on one size of label. */
export type LabelSize = {
  readonly widthMm: number
  readonly heightMm: number
  /** Room for a label that sits a little off in the printer. */
  readonly marginMm: number
  /** Room for shop and sale number; the rest of the line is the courier's. */
  readonly shopWidthMm: number
  readonly shopSizesMm: readonly number[]
  /** Sizes of the sale's number; its date is set a size smaller. */
  readonly numberSizesMm: readonly number[]
  readonly courierSizesMm: readonly number[]
  readonly awbSizesMm: readonly number[]
  readonly awbCodeMm: number
  /** The box for the courier's own sticker. */
  readonly emptyAwbMm: number
  /** Width of the sender's column beside the recipient; null where the sender stands below. */
  readonly senderWidthMm: number | null
  /** Largest size of the sender's name. */
  readonly senderMm: number
  readonly leastAddressMm: number
  /** Sizes of the recipient's street: the largest, and the one that goods make way for until they are down to what they should have at least. */
  readonly streetMm: { readonly largest: number; readonly readable: number }
  /** The largest size of the names of goods. */
  readonly goodsMm: number
  /** Height of the sale number's barcode. */
  readonly numberCodeMm: number
  /** Height of the box round NON-COD. */
  readonly paidBoxMm: number
  readonly noteSizesMm: readonly number[]
  /** True where the number's barcode stands beside NON-COD, false where it stands below. */
  readonly hasCodeBeside: boolean
  /** True where the sale number is printed as barcode again although it already stands for the AWB. */
  readonly repeatsNumber: boolean
  /** What the goods should have at least while the street is as large as readable, and while it is smaller: two lines, or one, and the one that counts the rest. */
  readonly leastGoodsMm: readonly [number, number]
  /** True for a table of goods without rules and total: the total then stands beside NON-COD. */
  readonly hasShortTable: boolean
  /** Widest and highest logo beside the shop's name. */
  readonly logoWidthMm: number
  readonly logoHeightMm: number
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
    shopSizesMm: [4, 3.5, 3, 2.75, 2.5, 2.25],
    numberSizesMm: [3.25, 2.75, 2.5, 2.25],
    courierSizesMm: [6, 5, 4, 3.25],
    awbSizesMm: [4.5, 4, 3.5, 3, 2.5],
    awbCodeMm: 17,
    emptyAwbMm: 13,
    senderWidthMm: 33,
    senderMm: 3.5,
    leastAddressMm: 27,
    streetMm: { largest: 4.5, readable: 3.25 },
    goodsMm: 3.25,
    numberCodeMm: 8,
    paidBoxMm: 6,
    noteSizesMm: [3, 2.75, 2.5],
    hasCodeBeside: true,
    repeatsNumber: true,
    hasShortTable: false,
    logoWidthMm: 22,
    logoHeightMm: 10,
    leastGoodsMm: [22, 18.5],
    table: { numberMm: 6, skuMm: 23, quantityMm: 11 },
  },
  {
    widthMm: 100,
    heightMm: 100,
    marginMm: 3,
    shopWidthMm: 55,
    shopSizesMm: [3.5, 3, 2.75, 2.5],
    numberSizesMm: [2.75, 2.5, 2.25],
    courierSizesMm: [5.5, 5, 4, 3.25],
    awbSizesMm: [3.5, 3, 2.5],
    awbCodeMm: 10,
    emptyAwbMm: 10,
    senderWidthMm: 31,
    senderMm: 2.75,
    leastAddressMm: 18,
    streetMm: { largest: 4, readable: 3.25 },
    goodsMm: 2.75,
    numberCodeMm: 5.75,
    paidBoxMm: 5,
    noteSizesMm: [2.75, 2.5],
    hasCodeBeside: true,
    repeatsNumber: false,
    hasShortTable: true,
    logoWidthMm: 18,
    logoHeightMm: 8,
    leastGoodsMm: [14.75, 11],
    table: { numberMm: 6, skuMm: 23, quantityMm: 11 },
  },
  {
    widthMm: 76,
    heightMm: 130,
    marginMm: 3,
    shopWidthMm: 43,
    shopSizesMm: [3.5, 3, 2.75, 2.5],
    numberSizesMm: [2.75, 2.5, 2.25],
    courierSizesMm: [5, 4, 3.5, 3],
    awbSizesMm: [4, 3.5, 3, 2.5],
    awbCodeMm: 13,
    emptyAwbMm: 12,
    senderWidthMm: null,
    senderMm: 3,
    leastAddressMm: 0,
    streetMm: { largest: 4, readable: 3.25 },
    goodsMm: 2.75,
    numberCodeMm: 7,
    paidBoxMm: 6,
    noteSizesMm: [2.75, 2.5],
    hasCodeBeside: false,
    repeatsNumber: false,
    hasShortTable: true,
    logoWidthMm: 14,
    logoHeightMm: 8,
    leastGoodsMm: [14.75, 11],
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
