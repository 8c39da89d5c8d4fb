import { z } from 'zod'

export const textSizeSchema = z.enum(['small', 'normal', 'large'])
export type TextSize = z.infer<typeof textSizeSchema>

/**
 * The parts of each document, in their usual order. `buyer` is where a delivery goes, `sale-note` what was noted at this
 * sale, `note` the shop's own words on every document.
 */
export const RECEIPT_PARTS = [
  'logo',
  'shop',
  'number',
  'lines',
  'sums',
  'payments',
  'buyer',
  'sale-note',
  'note',
  'thanks',
  'barcode',
] as const
export const LABEL_PARTS = ['logo', 'shop', 'awb', 'addresses', 'service', 'note', 'goods'] as const
export const PICK_LIST_PARTS = ['shop', 'number', 'buyer', 'lines', 'note', 'barcode'] as const
export const PRODUCT_LABEL_PARTS = ['shop', 'name', 'barcode', 'price', 'sku'] as const
export const SHELF_TAG_PARTS = ['shop', 'name', 'price', 'regular-price', 'barcode', 'sku'] as const
export const INVOICE_PARTS = ['logo', 'shop', 'buyer', 'lines', 'sums', 'payments', 'note', 'signature'] as const
/**
 * X and Z reports have one design: `facts` is which shift of which register, `remarks` how it was opened and closed, the
 * other parts up to `closing-count` are the sections of figures. Signatures stand on Z reports only.
 */
export const SHIFT_REPORT_PARTS = [
  'logo',
  'shop',
  'facts',
  'sales',
  'net',
  'tax',
  'tenders',
  'cashiers',
  'drawer',
  'opening-count',
  'closing-count',
  'remarks',
  'note',
  'signature',
] as const
/**
 * `printer` is its name, `settings` its language, density and paper, `codes` a barcode and a QR symbol, `ink` solid boxes and
 * fine lines, `criteria` by what a good print is told. The frame at the edge is no part: it is always there.
 */
export const TEST_PAGE_PARTS = ['logo', 'printer', 'settings', 'codes', 'ink', 'criteria', 'note'] as const

/** The parts that a document is wrong or unlawful without: they cannot be taken off. */
export const REQUIRED_PARTS = {
  receipt: ['shop', 'number', 'lines', 'sums', 'payments'],
  label: ['addresses', 'awb'],
  'pick-list': ['number', 'lines'],
  'product-label': ['name'],
  'shelf-tag': ['name', 'price'],
  invoice: ['shop', 'lines', 'sums'],
  // What was sold, taxed and paid in which way, what the drawer held, and what is to be known about the count.
  'shift-report': ['shop', 'facts', 'net', 'tax', 'tenders', 'drawer', 'remarks'],
  // Which of the shop's printers it came out of, and what only a printer that hits every dot at its place makes readable.
  'test-page': ['printer', 'codes'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a document is made of, in its order: parts on and off and how large, and the shop's own note. */
const designSchema = <const Parts extends readonly [string, ...string[]]>(parts: Parts) =>
  z.object({
    /** Every part once. */
    parts: z.array(z.object({ part: z.enum(parts), isShown: z.boolean(), size: textSizeSchema })).readonly(),
    note: z.string().max(500),
  })

const all = <const Part extends string>(parts: readonly Part[], hidden: readonly NoInfer<Part>[] = []) =>
  parts.map((part) => ({ part, isShown: !hidden.includes(part), size: 'normal' as const }))

/** A shift report as it looks until somebody changes it: figures alone, the logo is for what customers get. */
const USUAL_SHIFT_REPORT = { parts: all(SHIFT_REPORT_PARTS, ['logo']), note: '' }
/** A test page as it looks until somebody changes it: the logo is for what customers get. */
const USUAL_TEST_PAGE = { parts: all(TEST_PAGE_PARTS, ['logo']), note: '' }

/** A picture of grey dots, row by row: 0 = black, 255 = white. */
export const greyImageSchema = z.object({
  widthPx: z.number().int().min(1).max(1000),
  heightPx: z.number().int().min(1).max(1000),
  greyBase64: z.base64(),
})
export type GreyImage = z.infer<typeof greyImageSchema>

/** How the shop wants its documents. */
export const documentDesignsSchema = z.object({
  /** The language of what is printed. */
  language: z.enum(['id', 'en']),
  logo: greyImageSchema.nullable(),
  receipt: designSchema(RECEIPT_PARTS),
  label: designSchema(LABEL_PARTS),
  'pick-list': designSchema(PICK_LIST_PARTS),
  'product-label': designSchema(PRODUCT_LABEL_PARTS),
  'shelf-tag': designSchema(SHELF_TAG_PARTS),
  invoice: designSchema(INVOICE_PARTS),
  /** These are left out by tills that could not change them yet. */
  'shift-report': designSchema(SHIFT_REPORT_PARTS).default(USUAL_SHIFT_REPORT),
  'test-page': designSchema(TEST_PAGE_PARTS).default(USUAL_TEST_PAGE),
})
export type DocumentDesigns = z.infer<typeof documentDesignsSchema>
/** The documents whose look can be changed. */
export type DesignedDocument = Exclude<keyof DocumentDesigns, 'language' | 'logo'>

/** How documents look until somebody changes them. */
export const DEFAULT_DESIGNS: DocumentDesigns = {
  language: 'id',
  logo: null,
  receipt: { parts: all(RECEIPT_PARTS), note: '' },
  label: { parts: all(LABEL_PARTS), note: '' },
  'pick-list': { parts: all(PICK_LIST_PARTS), note: '' },
  'product-label': { parts: all(PRODUCT_LABEL_PARTS, ['shop', 'sku']), note: '' },
  'shelf-tag': { parts: all(SHELF_TAG_PARTS, ['shop']), note: '' },
  invoice: { parts: all(INVOICE_PARTS), note: '' },
  'shift-report': USUAL_SHIFT_REPORT,
  'test-page': USUAL_TEST_PAGE,
}
