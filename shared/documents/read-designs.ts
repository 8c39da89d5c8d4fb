import { z } from 'zod'
import { completeDesigns, type Design } from './complete-design.ts'
import {
  DEFAULT_DESIGNS,
  documentDesignsSchema,
  greyImageSchema,
  INVOICE_PARTS,
  LABEL_PARTS,
  PICK_LIST_PARTS,
  PRODUCT_LABEL_PARTS,
  RECEIPT_PARTS,
  SHELF_TAG_PARTS,
  SHIFT_REPORT_PARTS,
  TEST_PAGE_PARTS,
  textSizeSchema,
  type DocumentDesigns,
  type GreyImage,
} from './document-design.ts'

const LONGEST_NOTE = 500

const recordSchema = z.record(z.string(), z.unknown()).catch({})
const partSchema = z.object({
  part: z.string(),
  isShown: z.boolean().catch(true),
  size: textSizeSchema.catch('normal'),
})

/**
 * Stored designs, whatever is stored: each value that cannot be read falls back to the usual one by itself, parts that no
 * longer exist are dropped and new ones appear in their usual place.
 */
export const readDesigns = (stored: unknown): DocumentDesigns => {
  const values = recordSchema.parse(stored)
  return completeDesigns({
    language: documentDesignsSchema.shape.language.catch(DEFAULT_DESIGNS.language).parse(values['language']),
    logo: readLogo(values['logo']),
    receipt: readDesign(values['receipt'], RECEIPT_PARTS),
    label: readDesign(values['label'], LABEL_PARTS),
    'pick-list': readDesign(values['pick-list'], PICK_LIST_PARTS),
    'product-label': readDesign(values['product-label'], PRODUCT_LABEL_PARTS),
    'shelf-tag': readDesign(values['shelf-tag'], SHELF_TAG_PARTS),
    invoice: readDesign(values['invoice'], INVOICE_PARTS),
    'shift-report': readDesign(values['shift-report'], SHIFT_REPORT_PARTS),
    'test-page': readDesign(values['test-page'], TEST_PAGE_PARTS),
  })
}

const readDesign = <Part extends string>(stored: unknown, names: readonly Part[]): Design<Part> => {
  const values = recordSchema.parse(stored)
  const parts = z.array(z.unknown()).catch([]).parse(values['parts'])
  return {
    parts: parts.flatMap((each) => {
      const read = partSchema.safeParse(each)
      const part = names.find((name) => name === read.data?.part)
      return read.data === undefined || part === undefined
        ? []
        : [{ part, isShown: read.data.isShown, size: read.data.size }]
    }),
    note: z.string().catch('').parse(values['note']).slice(0, LONGEST_NOTE),
  }
}

/** A picture whose dots do not fill its rows cannot be drawn: the shop then has none. */
const readLogo = (stored: unknown): GreyImage | null => {
  const logo = greyImageSchema.safeParse(stored).data ?? null
  if (logo === null) return null
  const { length } = logo.greyBase64
  const padding = logo.greyBase64.endsWith('==') ? 2 : logo.greyBase64.endsWith('=') ? 1 : 0
  return (length / 4) * 3 - padding === logo.widthPx * logo.heightPx ? logo : null
}
