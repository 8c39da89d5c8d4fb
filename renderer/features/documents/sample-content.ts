import type { DesignedDocument } from '../../../shared/documents/document-design.ts'
import { sampleReturn, sampleTaxedSale } from '../../../shared/documents/sample-documents.ts'
import { SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../../shared/documents/sample-sale.ts'
import { sampleShiftReport } from '../../../shared/documents/sample-shift-report.ts'
import type { GoodsLabel } from '../../../shared/domain/goods-label.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import type { PrintContent } from '../../../shared/domain/print-job.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'

/** What a preview can be filled with. */
export type SampleName = SaleSampleName | 'x' | 'z'
type SaleSampleName = 'short' | 'long' | 'delivery' | 'return' | 'weight'

const LONG_NAMES = [
  'Minyak Goreng Kelapa Sawit Kemasan Isi Ulang Pouch Berdiri 2 Liter Promo Akhir Tahun',
  'Kopi Bubuk Gayo Arabika Sangrai Sedang Kemasan Aluminium dengan Katup 250 g',
  'Sabun Mandi Batang Antiseptik Kulit Sensitif Isi 4 x 85 g',
]

const longSale = (): Sale =>
  sampleSale({
    kind: 'delivery',
    delivery: {
      ...SAMPLE_DELIVERY,
      recipientName: 'Raden Mas Bambang Sastrowardoyo Kusumaningrat, S.E., M.M.',
      address:
        'Perumahan Griya Bandung Asri Tahap 3 Blok C12 No. 24, Jl. Raya Bojongsoang km 4,5, belakang musala Al-Ikhlas',
    },
    note: 'Kirim bersama pesanan kemarin, telepon dulu sebelum datang.',
    lines: LONG_NAMES.flatMap((name, index) => [
      sampleLine(`LONG-000${String(index)}`, name, index + 2, 48_500 + index * 1_250, 52_000),
      sampleLine(`ITEM-000${String(index)}`, `Barang ${String(index + 1)}`, 12, 3_500),
    ]),
  })

const SALES: Readonly<Record<SaleSampleName, () => Sale>> = {
  short: () => sampleSale(),
  long: longSale,
  delivery: () => sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY }),
  return: sampleReturn,
  weight: () => sampleTaxedSale(),
}

const GOODS: GoodsLabel = {
  sku: 'SNAC-0001',
  name: 'Beng-beng Share It 9,5 g',
  barcode: '8996001301142',
  price: rupiah(1_800),
  regularPrice: rupiah(2_000),
  soldBy: 'piece',
}

const GOODS_SAMPLES: Readonly<Partial<Record<SampleName, GoodsLabel>>> = {
  short: GOODS,
  long: {
    ...GOODS,
    sku: 'MINY-0042',
    name: LONG_NAMES[0] ?? '',
    barcode: 'MINY-0042',
    price: rupiah(1_248_500),
    regularPrice: rupiah(1_499_000),
  },
  weight: { ...GOODS, sku: 'CURA-0001', name: 'Beras Pandan Wangi Curah', barcode: null, soldBy: 'weight' },
}

/** A shift with everything to be said about it, in long words. */
const longShiftReport = (): ShiftReport => {
  const report = sampleShiftReport()
  const { closing } = report.shift
  const approval = { by: 'Hj. Ratna Kusumaningrat', atMs: report.madeAtMs, reason: 'sudah dihitung ulang berdua' }
  const note = 'Kembalian kurang saat ramai sore; seorang pembeli membayar dengan uang sobek dan diganti besok pagi.'
  return {
    ...report,
    shift: { ...report.shift, isOpenedBySale: true, closing: closing === null ? null : { ...closing, note, approval } },
    cashMoves: report.cashMoves.map((move) => ({ ...move, reason: `${move.reason} untuk toko dan gudang belakang` })),
    byCashier: report.byCashier.map((each) => ({ ...each, cashier: `${each.cashier} Kusumaningrat Sastrowardoyo` })),
  }
}

const shiftReportOf = (sample: SampleName): ShiftReport =>
  sample === 'long' ? longShiftReport() : sampleShiftReport({ kind: sample === 'x' ? 'x' : 'z' })

/** The samples that show something of a document. */
export const samplesOf = (document: DesignedDocument): readonly SampleName[] => {
  if (document === 'product-label' || document === 'shelf-tag') return ['short', 'long', 'weight']
  if (document === 'shift-report') return ['z', 'x', 'long']
  if (document === 'label') return ['delivery', 'long']
  if (document === 'test-page') return ['short', 'long']
  if (document === 'pick-list') return ['short', 'delivery', 'long']
  return ['short', 'long', 'delivery', 'return', 'weight']
}

/** The sale of a sample; the short one for samples of shift reports. */
export const sampleSaleOf = (sample: SampleName): Sale => SALES[sample === 'x' || sample === 'z' ? 'short' : sample]()

/** What the shop calls the printer that a sample comes out of: test pages say it. */
export const samplePrinterName = (sample: SampleName): string =>
  sample === 'long' ? 'Printer label gudang belakang, lantai dua dekat pintu bongkar muat' : 'Printer gudang'

/** What a sample of a document prints. */
export const sampleContent = (
  document: DesignedDocument,
  sample: SampleName,
): Exclude<PrintContent, { type: 'pdf' }> => {
  if (document === 'shift-report') return { type: 'shift-report', report: shiftReportOf(sample) }
  if (document === 'test-page') return { type: 'test-page', page: 'test' }
  return document === 'product-label' || document === 'shelf-tag'
    ? { type: 'goods', goods: GOODS_SAMPLES[sample] ?? GOODS, copies: 3 }
    : { type: 'sale', sale: sampleSaleOf(sample) }
}
