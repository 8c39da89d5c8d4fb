import * as fc from 'fast-check'
import { rupiah, subtractRupiah, ZERO_RUPIAH } from '../../shared/domain/money.ts'
import type { Delivery, Sale } from '../../shared/domain/sale.ts'
import { sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'

const filled = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength, unit: fc.constantFrom('W', 'i', 'j', ' ', 'Ấ', 'g', '9', '—') }),
    fc.string({ minLength: maxLength, maxLength, unit: fc.constantFrom('W', 'm', '@') }),
  )

const delivery: fc.Arbitrary<Delivery> = fc.record({
  recipientName: filled(120),
  phone: filled(60),
  address: filled(400),
  province: filled(80),
  city: filled(80),
  district: filled(80),
  subDistrict: filled(80),
  postalCode: fc.stringMatching(/^\d{5}$/),
  courier: filled(60),
  awb: fc.oneof(fc.constant(null), fc.stringMatching(/^[A-Z0-9-]{6,24}$/), filled(80)),
  note: filled(300),
})

/** Sales with texts of any length and script and many lines. Money is not what these are about. */
export const wildSale = (kind: 'delivery' | 'any'): fc.Arbitrary<Sale> =>
  fc
    .record({
      shopName: filled(120),
      shopAddress: fc.array(filled(120), { maxLength: 6 }),
      phone: filled(80),
      cashier: filled(80),
      number: fc.oneof(fc.stringMatching(/^[A-Z0-9]{1,6}-\d{6}-\d{4,6}$/), filled(40)),
      note: filled(300),
      delivery: kind === 'delivery' ? delivery : fc.option(delivery),
      lines: fc.array(fc.tuple(filled(40), filled(200), fc.integer({ min: 1, max: 99_999 }), fc.nat(299_999)), {
        minLength: 1,
        maxLength: 30,
      }),
    })
    .map((parts) => {
      const lines = parts.lines.map(([sku, name, quantity, price]) => sampleLine(sku, name, quantity, price, price + 1))
      const total = rupiah(lines.reduce((sum, line) => sum + line.amount, 0) % 999_999_999)
      const half = rupiah(Math.floor(total / 2))
      return sampleSale({
        shop: { name: parts.shopName, address: parts.shopAddress, phone: parts.phone },
        cashier: parts.cashier,
        number: parts.number,
        note: parts.note,
        delivery: parts.delivery,
        kind: parts.delivery === null ? 'walk-in' : 'delivery',
        lines,
        total,
        tenders: [
          { method: 'card', amount: half, applied: half, reference: parts.cashier },
          { method: 'cash', amount: total, applied: subtractRupiah(total, half), reference: null },
        ],
        change: ZERO_RUPIAH,
      })
    })
