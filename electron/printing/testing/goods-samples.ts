import * as fc from 'fast-check'
import { DEFAULT_DESIGNS, type DocumentDesigns } from '../../../shared/documents/document-design.ts'
import { checkDigitOf } from '../../../shared/domain/barcode-check-digit.ts'
import type { GoodsLabel } from '../../../shared/domain/goods-label.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import type { PrinterMedia } from '../../../shared/domain/printer.ts'
import { wildText } from '../wild-sale.ts'

/** An item with an EAN-13 of ordinary length. */
export const sampleGoods = (changes: Partial<GoodsLabel> = {}): GoodsLabel => ({
  sku: 'KOPI-0001',
  name: 'Kopi Bubuk Gayo 250 g',
  barcode: '8991234567891',
  price: rupiah(38_500),
  regularPrice: rupiah(42_000),
  soldBy: 'piece',
  ...changes,
})

/** Labels of one size. */
export const labelMedia = (widthMm: number, heightMm: number, across = 1, columnGapMm = 2): PrinterMedia => ({
  type: 'labels',
  widthMm,
  heightMm,
  across,
  columnGapMm,
  separator: { type: 'gap', gapMm: 2 },
})

const withCheckDigit = (digits: string): string => `${digits}${String(checkDigitOf(digits))}`

/** EAN-13, UPC-A and EAN-8 with right check digits. */
export const eanCode: fc.Arbitrary<string> = fc
  .oneof(...[12, 11, 7].map((length) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`))))
  .map(withCheckDigit)

/** Items with names, SKUs and barcodes of any kind and prices of any size. */
export const wildGoods: fc.Arbitrary<GoodsLabel> = fc.record(
  {
    sku: fc.oneof(fc.stringMatching(/^[A-Z]{2,5}-\d{2,6}$/), wildText(60)),
    name: fc.oneof(fc.constant('Beras Pandan Wangi Curah Kemasan 5 kg'), wildText(160)),
    barcode: fc.option(fc.oneof(eanCode, fc.stringMatching(/^[\x20-\x7e]{1,40}$/), wildText(30))),
    price: fc.oneof(fc.nat(2_000_000), fc.nat(999_999_999)).map(rupiah),
    regularPrice: fc.option(fc.nat(999_999_999).map(rupiah)),
    soldBy: fc.constantFrom('piece', 'weight'),
    shopName: wildText(60),
  },
  { requiredKeys: ['sku', 'name', 'barcode', 'price', 'regularPrice', 'soldBy'] },
)

const wildParts = <Part extends string>(parts: readonly { readonly part: Part }[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...parts], { minLength: parts.length }),
      fc.array(fc.boolean(), { minLength: parts.length, maxLength: parts.length }),
      fc.array(fc.constantFrom('small' as const, 'normal' as const, 'large' as const), {
        minLength: parts.length,
        maxLength: parts.length,
      }),
    )
    .map(([shuffled, shown, sizes]) =>
      shuffled.map(({ part }, index) => ({
        part,
        isShown: (shown[index] ?? true) || part === 'name' || part === 'price',
        size: sizes[index] ?? 'normal',
      })),
    )

/** Designs of product labels and shelf tags with their parts in any order, on and off, of any size. */
export const wildGoodsDesigns: fc.Arbitrary<DocumentDesigns> = fc
  .record({
    language: fc.constantFrom('id' as const, 'en' as const),
    label: wildParts(DEFAULT_DESIGNS['product-label'].parts),
    tag: wildParts(DEFAULT_DESIGNS['shelf-tag'].parts),
  })
  .map(({ language, label, tag }) => ({
    ...DEFAULT_DESIGNS,
    language,
    'product-label': { parts: label, note: '' },
    'shelf-tag': { parts: tag, note: '' },
  }))
