import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { receiptQris } from '../../shared/documents/receipt-qris.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { sampleShiftReport } from '../../shared/documents/sample-shift-report.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { GoodsLabel } from '../../shared/domain/goods-label.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { PrintContent } from '../../shared/domain/print-job.ts'
import type { Printer, PrinterLanguage, PrinterMedia } from '../../shared/domain/printer.ts'
import { qrisChecksum } from '../../shared/domain/qris-checksum.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { labelMedia, labelPrinter, receiptPrinter, rollMedia } from '../../shared/domain/usual-printers.ts'
import type { RenderRequest } from '../../electron/printing/render-document.ts'
import { sampleLogo } from './sample-logo.ts'

/** A document on one kind of paper. */
export type PaperDocument = {
  /** Names its picture: letters, digits and hyphens. */
  readonly name: string
  readonly document: DocumentKind
  readonly content: Exclude<PrintContent, { type: 'pdf' }>
  readonly media: PrinterMedia
  readonly isCopy: boolean
}

export const PAPER_LANGUAGES = ['id', 'en'] as const
export const DENSITIES = [203, 300] as const
export const PRINTER_LANGUAGES: readonly PrinterLanguage[] = ['escpos', 'tspl', 'zpl']

const PAPERS = [58, 80] as const
const LABEL_SIZES = [
  [100, 150],
  [100, 100],
  [76, 130],
  // A little smaller than they are called.
  [99, 149],
  [75, 130],
] as const
const GOODS_SIZES = [
  [33, 15],
  [40, 30],
  [50, 30],
] as const

/** The shop's static code, without its checksum. */
const UNSIGNED_QRIS =
  '00020101021126650016ID.CO.CONTOH.WWW011893600999000000000102121000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI' +
  '5204541153033605802ID5918Toko Sumber Rejeki6007Bandung6105401156304'

/** What a till prints: the shop's code with the amount that the sale's QRIS payment asks for. */
const qrisOf = (sale: Sale): string => {
  const payload = `${UNSIGNED_QRIS}${qrisChecksum(UNSIGNED_QRIS)}`
  const code = receiptQris(sale, { payload, printsOnReceipt: true })
  if (code === null) throw new Error('The sample sale waits for a QRIS payment and its code can be read')
  return code
}
const DELIVERED = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })
/** Everything at its longest, in characters that can be printed. */
const longSale = (): Sale => {
  const sale = longSampleSale()
  if (sale.delivery === null) throw new Error('The long sample is delivered')
  const recipientName = 'Bapak Dr. H. Muhammad Zulkarnain Abdurrahman Wiradikusumah, S.E., M.M.'
  return { ...sale, delivery: { ...sale.delivery, recipientName } }
}
/** An item with everything that a label can carry. */
export const PAPER_GOODS: GoodsLabel = {
  sku: 'KOPI-0001',
  name: 'Kopi Bubuk Gayo Kemasan 250 g',
  barcode: '8992761134105',
  price: rupiah(38_500),
  regularPrice: rupiah(42_000),
  soldBy: 'piece',
}
/** An item without a barcode of its own: its SKU is the code. */
const LOOSE_GOODS: GoodsLabel = {
  ...PAPER_GOODS,
  sku: 'CURA-0001',
  name: 'Beras Pandan Wangi Curah',
  barcode: null,
  soldBy: 'weight',
}

/** An item whose name needs every line that there is, with its shop's name. */
const LONG_GOODS: GoodsLabel = {
  ...PAPER_GOODS,
  sku: 'KERIPIK-SINGKONG-BALADO-0012',
  name: 'Keripik Singkong Balado Pedas Manis Khas Padang Kemasan Ekonomis Isi Ulang 1.000 g Karton Isi 24',
  price: rupiah(1_238_500),
  regularPrice: null,
  shopName: 'Toko Sumber Rejeki Makmur Abadi Sentosa',
}

const ofSale = (
  name: string,
  document: DocumentKind,
  sale: Sale,
  media: PrinterMedia,
  changes: { readonly isCopy?: boolean; readonly qrisPayload?: string } = {},
): PaperDocument => {
  const { isCopy = false, ...qris } = changes
  return { name, document, content: { type: 'sale', sale, ...qris }, media, isCopy }
}

const onRolls = PAPERS.flatMap((paper): readonly PaperDocument[] => {
  const media = rollMedia(paper)
  const ofReport = (kind: 'x' | 'z'): PaperDocument => ({
    name: `${kind}-report-${String(paper)}`,
    document: 'shift-report',
    content: { type: 'shift-report', report: sampleShiftReport({ kind }) },
    media,
    isCopy: false,
  })
  return [
    ofSale(`receipt-${String(paper)}`, 'receipt', sampleTaxedSale(), media),
    ofSale(`receipt-copy-${String(paper)}`, 'receipt', longSale(), media, { isCopy: true }),
    ofSale(`receipt-qris-${String(paper)}`, 'receipt', sampleTaxedSale(), media, {
      qrisPayload: qrisOf(sampleTaxedSale()),
    }),
    ofSale(`return-${String(paper)}`, 'receipt', sampleReturn(), media),
    ofSale(`exchange-${String(paper)}`, 'receipt', sampleExchange(), media),
    ofSale(`pick-list-${String(paper)}`, 'pick-list', DELIVERED, media),
    ofReport('x'),
    ofReport('z'),
  ]
})

const shippingLabels = LABEL_SIZES.flatMap(([widthMm, heightMm]) => {
  const [size, media] = [`${String(widthMm)}x${String(heightMm)}`, labelMedia(widthMm, heightMm)]
  const usual = ofSale(`label-${size}`, 'label', DELIVERED, media)
  // Addresses as long as these are refused on the shorter labels.
  return heightMm !== 150
    ? [usual]
    : [usual, ofSale(`label-long-${size}`, 'label', longSale(), media, { isCopy: true })]
})

const ofGoods = (name: string, document: DocumentKind, media: PrinterMedia, goods = PAPER_GOODS): PaperDocument => ({
  name,
  document,
  content: { type: 'goods', goods, copies: media.type === 'labels' ? media.across : 1 },
  media,
  isCopy: false,
})

const goodsLabels = GOODS_SIZES.flatMap(([widthMm, heightMm]) => {
  const size = `${String(widthMm)}x${String(heightMm)}`
  return [
    ...[1, 2, 3].map((across) =>
      ofGoods(`product-label-${size}-by-${String(across)}`, 'product-label', labelMedia(widthMm, heightMm, across)),
    ),
    ofGoods(`product-label-sku-${size}`, 'product-label', labelMedia(widthMm, heightMm), LOOSE_GOODS),
    ofGoods(`product-label-long-${size}`, 'product-label', labelMedia(widthMm, heightMm), LONG_GOODS),
  ]
})

const testPages = (['test', 'ruler'] as const).flatMap((page) =>
  [rollMedia(58), rollMedia(80), labelMedia(100, 150), labelMedia(40, 30, 2)].map((media): PaperDocument => {
    const paper =
      media.type === 'roll' ? String(media.paperWidthMm) : `${String(media.widthMm)}x${String(media.heightMm)}`
    return {
      name: `${page}-page-${paper}`,
      document: 'test-page',
      content: { type: 'test-page', page },
      media,
      isCopy: false,
    }
  }),
)

/** Every document on every paper that it comes on. */
export const PAPER_DOCUMENTS: readonly PaperDocument[] = [
  ...onRolls,
  ...shippingLabels,
  ...goodsLabels,
  ofGoods('shelf-tag-50x30', 'shelf-tag', labelMedia(50, 30)),
  ofGoods('shelf-tag-80x40', 'shelf-tag', labelMedia(80, 40)),
  ofGoods('shelf-tag-long-80x40', 'shelf-tag', labelMedia(80, 40), LONG_GOODS),
  ofGoods('shelf-tag-100x50', 'shelf-tag', labelMedia(100, 50)),
  ofGoods('shelf-tag-80', 'shelf-tag', rollMedia(80)),
  ...testPages,
  ...PAPERS.map((paper) => ofSale(`pick-list-long-${String(paper)}`, 'pick-list', longSale(), rollMedia(paper))),
]

/** The document as it is asked for from a printer of this language and density. Shipping labels and receipts carry a logo. */
export const requestFor = (
  { document, content, media, isCopy }: PaperDocument,
  paper: {
    readonly language: DocumentDesigns['language']
    readonly dpi: Printer['dpi']
    readonly printerLanguage: PrinterLanguage
  },
): RenderRequest & { readonly content: PaperDocument['content'] } => {
  const make = media.type === 'roll' ? receiptPrinter : labelPrinter
  const base = make('paper', 'Uji', { type: 'practice' })
  const printer: Printer = { ...base, language: paper.printerLanguage, dpi: paper.dpi, media }
  const designs: DocumentDesigns = { ...DEFAULT_DESIGNS, language: paper.language, logo: sampleLogo() }
  return { document, content, isCopy, printer, designs }
}
