import { ROLL_DOCUMENTS, type DocumentKind } from '../domain/document-kind.ts'
import type { PrintContent } from '../domain/print-job.ts'
import { printTrouble, type PrintTrouble } from '../domain/print-trouble.ts'
import type { Printer } from '../domain/printer.ts'
import { failure, success, type Result } from '../domain/result.ts'
import { completeDesigns } from './complete-design.ts'
import type { DocumentDesigns } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { layoutGoodsLabels } from './goods-labels-layout.ts'
import { layoutShippingLabel } from './label-layout.ts'
import { wrongLabelMedia } from './label-size.ts'
import type { DocumentLayout } from './layout.ts'
import { layoutPickList } from './pick-list-layout.ts'
import { PICK_LIST_WORDS } from './pick-list-words.ts'
import { layoutReceipt } from './receipt-layout.ts'
import { layoutRuler } from './ruler-layout.ts'
import { layoutShiftReport } from './shift-report-layout.ts'
import { layoutTestPage } from './test-page-layout.ts'
import { soldLines } from '../domain/sale-sums.ts'

/** All that the pages of a document depend on. */
export type LayoutRequest = {
  /** PDF pages are drawn elsewhere: they have no layout. */
  readonly content: Exclude<PrintContent, { type: 'pdf' }>
  readonly document: DocumentKind
  readonly isCopy: boolean
  readonly printer: Printer
  readonly designs: DocumentDesigns
}

/** A page, and how many times it is printed in a row. */
export type LaidOutPage = { readonly layout: DocumentLayout; readonly copies: number }

type Pages = Result<readonly LaidOutPage[], PrintTrouble>

const onePage = (layout: DocumentLayout): Pages => success([{ layout, copies: 1 }])
const refuse = (detail: string): Pages => failure(printTrouble('not-drawable', detail))

/** The pages of a document on a printer's paper, in millimetres; refused, with what is in the way, when it would come out wrong. */
export const layoutDocument = (request: LayoutRequest, measure: DocumentMeasure): Pages => {
  const { media } = request.printer
  const complete = { ...request, designs: completeDesigns(request.designs) }
  if (request.content.type === 'goods') return layoutGoods(complete, request.content, measure)
  if (request.content.type === 'test-page') return onePage(layoutTest(complete, request.content.page, measure))
  if (ROLL_DOCUMENTS.includes(request.document)) {
    return media.type === 'roll' ? layoutOnRoll(complete, media.paperWidthMm, measure) : refuse(NEEDS_ROLL)
  }
  if (request.document === 'label' && request.content.type === 'sale') {
    if (media.type !== 'labels') return refuse(wrongLabelMedia(media))
    const { isCopy, designs } = complete
    const label = layoutShippingLabel(request.content.sale, { isCopy, media, designs }, measure)
    return label.ok ? onePage(label.value) : label
  }
  return refuse(request.document)
}

const NEEDS_ROLL =
  'Perlu printer struk dengan gulungan 58 atau 80 mm; di printer ini label / Needs a receipt printer with a roll of 58 or 80 mm; this printer has labels'

const layoutOnRoll = (request: LayoutRequest, paperWidthMm: 58 | 80, measure: DocumentMeasure): Pages => {
  const { content, document, isCopy, designs } = request
  if (content.type === 'shift-report' && document === 'shift-report') {
    return onePage(layoutShiftReport(content.report, { paperWidthMm, isCopy, designs }, measure))
  }
  if (content.type !== 'sale') return refuse(document)
  const { sale, qrisPayload = null } = content
  if (document === 'receipt') {
    return onePage(layoutReceipt(sale, { paperWidthMm, isCopy, qrisPayload, designs }, measure))
  }
  if (document === 'pick-list' && soldLines(sale).length === 0) {
    return refuse(`${sale.number}: ${PICK_LIST_WORDS[designs.language].nothingToPick}`)
  }
  return document === 'pick-list'
    ? onePage(layoutPickList(sale, { paperWidthMm, isCopy, designs }, measure))
    : refuse(document)
}

/** Pages are drawn again whenever they are shown or printed: without a time they stay the same. */
const layoutTest = (
  { printer, designs }: LayoutRequest,
  page: 'test' | 'ruler',
  measure: DocumentMeasure,
): DocumentLayout =>
  page === 'ruler'
    ? layoutRuler(printer, designs.language, measure)
    : layoutTestPage(printer, { designs, time: null }, measure)

const layoutGoods = (
  { document, printer, designs }: LayoutRequest,
  { goods, copies }: Extract<PrintContent, { type: 'goods' }>,
  measure: DocumentMeasure,
): Pages =>
  document === 'product-label' || document === 'shelf-tag'
    ? layoutGoodsLabels({ goods, document, designs, copies, media: printer.media }, measure)
    : refuse(document)
