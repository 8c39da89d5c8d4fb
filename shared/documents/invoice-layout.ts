import { completeDesigns } from './complete-design.ts'
import { createColumn } from './column.ts'
import type { DocumentDesigns, INVOICE_PARTS, TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { A4_MM, INVOICE_MARGIN_MM, INVOICE_WIDTH_MM, invoiceFaces } from './invoice-faces.ts'
import {
  invoiceBuyer,
  invoiceHead,
  invoiceNote,
  invoiceSignature,
  invoiceSums,
  type InvoiceSection,
} from './invoice-sections.ts'
import { invoiceRow, invoiceSubhead, invoiceTableHead, type InvoiceTable } from './invoice-table.ts'
import { INVOICE_WORDS } from './invoice-words.ts'
import type { DocumentLayout, LayoutPrimitive } from './layout.ts'
import { paginateBlocks, type PageBlock } from './page-blocks.ts'
import { hasUntaxed } from './receipt-sums.ts'
import { formatRegisterTime } from './register-time.ts'
import { shownAmounts } from './shown-amounts.ts'
import { documentTypeOf, returnedLines, soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

type InvoicePart = (typeof INVOICE_PARTS)[number]

const TOP_MM = 14
const BOTTOM_MM = 280
const FOOT_MM = 284
const LOGO_HEIGHT_MM: Readonly<Record<TextSize, number>> = { small: 12, normal: 18, large: 25 }

/** The A4 invoice of a sale, a return or an exchange, on as many pages as it needs; not a tax invoice, and it says so. */
export const layoutInvoice = (
  sale: Sale,
  designs: DocumentDesigns,
  measure: DocumentMeasure,
): readonly DocumentLayout[] => {
  const { invoice, logo, language } = completeDesigns(designs)
  const words = INVOICE_WORDS[language]
  const parts = invoice.parts.filter(({ isShown }) => isShown)
  const facesOf = (part: InvoicePart) => invoiceFaces(parts.find((each) => each.part === part)?.size ?? 'normal')
  const sectionOf = (part: InvoicePart): InvoiceSection => ({ sale, words, faces: facesOf(part), language, measure })
  const table: InvoiceTable = {
    faces: facesOf('lines'),
    words,
    hasDiscounts: sale.lines.some((line) => shownAmounts(line).lineDiscount !== 0),
    marksUntaxed: hasUntaxed(sale),
    measure,
  }
  const tableHead = invoiceTableHead(table)
  const logoPart = parts.find(({ part }) => part === 'logo')
  const headLogo =
    logo === null || logoPart === undefined ? null : { image: logo, heightMm: LOGO_HEIGHT_MM[logoPart.size] }
  const blocks: PageBlock[] = [invoiceHead(sectionOf('shop'), headLogo)]
  const sums = parts.findIndex(({ part }) => part === 'sums')
  const isPaidBeside = parts[sums + 1]?.part === 'payments'
  for (const { part } of parts) {
    if (part === 'buyer') blocks.push(invoiceBuyer(sectionOf(part)))
    else if (part === 'lines') blocks.push(tableHead, ...rowsOf(sale, table))
    else if (part === 'sums') {
      const payments = isPaidBeside ? facesOf('payments') : null
      blocks.push(invoiceSums(sectionOf(part), { sums: facesOf(part), payments }))
    } else if (part === 'payments' && !isPaidBeside) {
      blocks.push(invoiceSums(sectionOf(part), { sums: null, payments: facesOf(part) }))
    } else if (part === 'note') {
      const note = invoiceNote(sectionOf(part), invoice.note)
      if (note !== null) blocks.push(note)
    } else if (part === 'signature') blocks.push(invoiceSignature(sectionOf(part)))
  }
  const rules = { topMm: TOP_MM, bottomMm: BOTTOM_MM, continued: continuedHead(sectionOf('shop')), tableHead }
  const pages = paginateBlocks(blocks, rules)
  return pages.map((primitives, index) => ({
    ...A4_MM,
    primitives: [...primitives, ...footOf(sectionOf('shop'), index + 1, pages.length)],
  }))
}

/** The lines between the head and a closing rule. Of an exchange in two parts. */
const rowsOf = (sale: Sale, table: InvoiceTable): readonly PageBlock[] => {
  const { words } = table
  const rule: PageBlock = { heightMm: 0.25, primitives: [ruleAt(0)], isRow: false }
  if (documentTypeOf(sale) !== 'exchange') {
    return [...sale.lines.map((line, index) => invoiceRow(line, index + 1, table)), rule]
  }
  const [sold, returned] = [soldLines(sale), returnedLines(sale)]
  return [
    invoiceSubhead(`${words.bought}: ${sale.number}`, table),
    ...sold.map((line, index) => invoiceRow(line, index + 1, table)),
    invoiceSubhead(`${words.broughtBack}: ${sale.returnNumber ?? sale.number}`, table),
    ...returned.map((line, index) => invoiceRow(line, sold.length + index + 1, table)),
    rule,
  ]
}

const ruleAt = (yMm: number): LayoutPrimitive => ({
  type: 'line',
  direction: 'horizontal',
  xMm: INVOICE_MARGIN_MM,
  yMm,
  lengthMm: INVOICE_WIDTH_MM,
  strokeMm: 0.25,
})

/** Which invoice a page belongs to that was parted from its first. */
const continuedHead = ({ sale, words, measure, faces, language }: InvoiceSection): PageBlock => {
  const column = createColumn(INVOICE_MARGIN_MM, 0, INVOICE_WIDTH_MM, measure)
  column.paragraph(`${words.titles[documentTypeOf(sale)]} ${sale.number}`, { ...faces.strong, maxLines: 1 })
  const date = formatRegisterTime(sale.paidAtMs, sale.utcOffsetMinutes, language)
  const buyer = sale.delivery === null ? words.walkIn : sale.delivery.recipientName
  column.paragraph(`${date} · ${words.buyer} ${buyer}`, { ...faces.small, maxLines: 1 })
  column.gap(3)
  return { heightMm: column.yMm(), primitives: column.primitives(), isRow: false }
}

const footOf = ({ sale, words, measure, faces }: InvoiceSection, number: number, count: number) => {
  const pageNumber = words.page(number, count)
  const pageNumberMm = measure.textWidthMm(pageNumber, faces.small.sizeMm, faces.small.weight)
  const column = createColumn(INVOICE_MARGIN_MM, FOOT_MM, INVOICE_WIDTH_MM - pageNumberMm - 4, measure)
  column.paragraph(`${words.notTaxInvoice} ${sale.number} · ${sale.shop.name}`, { ...faces.small, maxLines: 1 })
  const page = createColumn(INVOICE_MARGIN_MM, FOOT_MM, INVOICE_WIDTH_MM, measure)
  page.paragraph(pageNumber, { ...faces.small, align: 'right', maxLines: 1 })
  return [...column.primitives(), ...page.primitives()]
}
