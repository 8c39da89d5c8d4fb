import * as fc from 'fast-check'
import { DEFAULT_DESIGNS, type DocumentDesigns, type TextSize } from '../../shared/documents/document-design.ts'
import { addRupiah, rupiah, subtractRupiah, ZERO_RUPIAH } from '../../shared/domain/money.ts'
import { fromThousandths } from '../../shared/domain/quantity.ts'
import type { Delivery, Sale, SaleLine } from '../../shared/domain/sale.ts'
import { PPN_RATES } from '../../shared/domain/tax.ts'
import { sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'

/** Texts of any script, of narrow and of the widest letters, up to `maxLength`. */
export const wildText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength, unit: fc.constantFrom('W', 'i', 'j', ' ', 'Ấ', 'g', '9', '—') }),
    fc.string({ minLength: maxLength, maxLength, unit: fc.constantFrom('W', 'm', '@') }),
  )

type TextOf = (maxLength: number) => fc.Arbitrary<string>

/** Texts that the shipped font draws, never blank: words of ordinary and of absurd length. */
export const printableWildText: TextOf = (maxLength) => {
  const letters = fc.constantFrom('W', 'i', 'j', ' ', 'Ấ', 'g', '9', '—', 'e', 'Ж', ' ', 'a')
  return fc.oneof(
    fc.string({ minLength: 0, maxLength: Math.min(30, maxLength - 1), unit: letters }).map((text) => `a${text}`),
    fc.string({ minLength: 0, maxLength: maxLength - 1, unit: letters }).map((text) => `W${text}`),
  )
}

const delivery = (text: TextOf): fc.Arbitrary<Delivery> =>
  fc.record({
    recipientName: text(120),
    phone: text(60),
    address: text(400),
    province: text(80),
    city: text(80),
    district: text(80),
    subDistrict: text(80),
    postalCode: fc.stringMatching(/^\d{5}$/),
    courier: text(60),
    awb: fc.oneof(fc.constant(null), fc.stringMatching(/^[A-Z0-9-]{6,24}$/), text(80)),
    note: wildText(300),
  })

function wildParts<Part>(
  parts: readonly { part: Part; isShown: boolean; size: TextSize }[],
): fc.Arbitrary<{ part: Part; isShown: boolean; size: TextSize }[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...parts], { minLength: 0 }),
      fc.array(fc.record({ isShown: fc.boolean(), size: fc.constantFrom<TextSize>('small', 'normal', 'large') }), {
        minLength: parts.length,
        maxLength: parts.length,
      }),
    )
    .map(([chosen, looks]) => chosen.map((each, index) => ({ ...each, ...looks[index] })))
}

const line: fc.Arbitrary<SaleLine> = fc
  .record({
    sku: wildText(40),
    name: wildText(200),
    thousandths: fc.integer({ min: 1, max: 99_999_000 }),
    price: fc.nat(299_999),
    isWeighed: fc.boolean(),
    lineOff: fc.oneof(fc.constant(0), fc.nat(99_999)),
    basketOff: fc.oneof(fc.constant(0), fc.nat(99_999)),
    isTaxed: fc.boolean(),
    isTaxIncluded: fc.boolean(),
    tax: fc.nat(9_999_999),
    reason: fc.option(wildText(80)),
  })
  .map((parts) => {
    const quantity = parts.isWeighed ? fromThousandths(parts.thousandths) : Math.ceil(parts.thousandths / 1_000)
    const sign = parts.reason === null ? 1 : -1
    const plain = sampleLine(parts.sku, parts.name, Math.ceil(quantity), parts.price, parts.price + 1)
    const off = rupiah(sign * (parts.lineOff + parts.basketOff))
    return {
      ...plain,
      quantity: sign * quantity,
      soldBy: parts.isWeighed ? 'weight' : 'piece',
      discount: parts.lineOff === 0 ? null : { type: 'percent', basisPoints: (parts.lineOff % 10_000) + 1 },
      lineDiscount: rupiah(sign * parts.lineOff),
      basketDiscount: rupiah(sign * parts.basketOff),
      amount: subtractRupiah(rupiah(sign * plain.amount), off),
      isTaxed: parts.isTaxed,
      isTaxIncluded: parts.isTaxed && parts.isTaxIncluded,
      tax: rupiah(parts.isTaxed ? sign * parts.tax : 0),
      returned:
        parts.reason === null ? null : { lineIndex: 0, received: quantity, restocked: quantity, reason: parts.reason },
    }
  })

/** Sizes, order and parts on and off as somebody may have set them, required parts and unknown notes included. */
export const wildDesigns: fc.Arbitrary<DocumentDesigns> = fc
  .record({
    language: fc.constantFrom('id', 'en'),
    hasLogo: fc.boolean(),
    logoPx: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
    receipt: wildParts(DEFAULT_DESIGNS.receipt.parts),
    label: wildParts(DEFAULT_DESIGNS.label.parts),
    shiftReport: wildParts(DEFAULT_DESIGNS['shift-report'].parts),
    testPage: wildParts(DEFAULT_DESIGNS['test-page'].parts),
    note: fc.oneof(fc.constant(''), wildText(200), fc.constant('Baris satu\n\nBaris dua\n'.repeat(20))),
  })
  .map(({ language, hasLogo, logoPx: [widthPx, heightPx], receipt, label, shiftReport, testPage, note }) => ({
    ...DEFAULT_DESIGNS,
    language,
    logo: hasLogo ? { widthPx, heightPx, greyBase64: Buffer.alloc(widthPx * heightPx).toString('base64') } : null,
    receipt: { parts: receipt, note },
    label: { parts: label, note },
    'shift-report': { parts: shiftReport, note },
    'test-page': { parts: testPage, note },
  }))

/** Sales, returns and exchanges with texts of any length and script and many lines. Their money does not add up: it is not what these are about. */
export const wildSale = (kind: 'delivery' | 'any', text: TextOf = wildText): fc.Arbitrary<Sale> =>
  fc
    .record({
      shopName: text(120),
      shopAddress: fc.array(text(120), { maxLength: 6 }),
      phone: text(80),
      npwp: wildText(40),
      cashier: wildText(80),
      number: fc.oneof(fc.stringMatching(/^[A-Z0-9]{1,6}-R?\d{6}-\d{4,6}$/), wildText(40)),
      note: wildText(300),
      delivery: kind === 'delivery' ? delivery(text) : fc.option(delivery(text)),
      lines: fc.array(line, { minLength: 1, maxLength: 30 }),
      rate: fc.option(fc.constantFrom(...PPN_RATES)),
      rounding: fc.integer({ min: -999, max: 999 }),
      isConfirmed: fc.boolean(),
    })
    .map((parts) => {
      const total = rupiah(addRupiah(...parts.lines.map((each) => each.amount)) % 999_999_999)
      const half = rupiah(Math.trunc(total / 2))
      const hasReturns = parts.lines.some((each) => each.returned !== null)
      return sampleSale({
        shop: { name: parts.shopName, address: parts.shopAddress, phone: parts.phone, npwp: parts.npwp },
        cashier: parts.cashier,
        number: parts.number,
        returnNumber: hasReturns ? parts.number : null,
        returnOf: hasReturns
          ? { saleId: sampleSale().id, number: parts.number, kind: 'walk-in', route: 'both-not-linked' }
          : null,
        note: parts.note,
        delivery: parts.delivery,
        kind: parts.delivery === null ? 'walk-in' : 'delivery',
        lines: parts.lines,
        tax: parts.rate === null ? null : { rate: parts.rate, base: total, amount: half },
        rounding: rupiah(parts.rounding),
        total,
        tenders: [
          { method: 'qris', amount: half, applied: half, reference: parts.cashier, isConfirmed: parts.isConfirmed },
          { method: 'cash', amount: total, applied: subtractRupiah(total, half), reference: null, isConfirmed: true },
        ],
        change: ZERO_RUPIAH,
      })
    })
