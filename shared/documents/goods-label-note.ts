import type { PrintTrouble } from '../domain/print-trouble.ts'
import type { PrinterMedia } from '../domain/printer.ts'
import { completeDesigns } from './complete-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { GoodsLabelRequest } from './goods-label-layout.ts'
import { layoutOneGoodsLabel } from './goods-labels-layout.ts'
import { goodsText } from './goods-text.ts'

/** What is to be said of an item's labels before they are printed. */
export type GoodsLabelNote =
  | {
      readonly type: 'shortened'
      /** Characters of its name that are not printed, each once. */
      readonly leftOut: readonly string[]
      /** The name as it is printed. */
      readonly printed: string
      /** What is printed beside it, so that nobody takes it for another item: the SKU, or else the barcode. */
      readonly identity: string
    }
  | {
      readonly type: 'replaced'
      /** Empty when the name has nothing but invisible characters. */
      readonly leftOut: readonly string[]
      /** What is printed instead of the name. */
      readonly identity: string
    }
  | { readonly type: 'refused'; readonly trouble: PrintTrouble }

/** What an item's label would not say as the item does, drawn as it would be printed; null when the name stands on it whole. */
export const noteGoodsLabel = (
  request: GoodsLabelRequest & { readonly media: PrinterMedia },
  measure: DocumentMeasure,
): GoodsLabelNote | null => {
  const label = layoutOneGoodsLabel({ ...request, designs: completeDesigns(request.designs) }, measure)
  if (!label.ok) return { type: 'refused', trouble: label.error }
  const { texts, identity, nameIs } = label.value.naming
  if (identity === null || nameIs === 'whole') return null
  const { leftOut } = goodsText(request.goods.name)
  return nameIs === 'replaced'
    ? { type: 'replaced', leftOut, identity }
    : { type: 'shortened', leftOut, printed: texts.name, identity }
}

/** The characters of the shop's name that its labels leave out, and the name as they show it (empty: none); null when all is printed or the design hides it. */
export const noteShopName = (
  shopName: string,
  { document, designs }: Pick<GoodsLabelRequest, 'document' | 'designs'>,
): { readonly leftOut: readonly string[]; readonly printed: string } | null => {
  const isShown = completeDesigns(designs)[document].parts.some((each) => each.part === 'shop' && each.isShown)
  const { text, leftOut } = goodsText(shopName)
  return isShown && leftOut.length > 0 ? { leftOut, printed: text } : null
}
