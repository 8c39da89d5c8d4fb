import * as fc from 'fast-check'
import { CASH_ROUNDING_UNITS, type CashRounding } from '../cash-rounding.ts'
import type { SaleContext } from '../price-sale.ts'
import type { Delivery } from '../sale.ts'
import { salesRouteSchema } from '../sales-route.ts'
import { PPN_RATES, type TaxRules } from '../tax.ts'

/** Not PKP, prices with tax, prices without. */
export const randomTaxRules = (): fc.Arbitrary<TaxRules> =>
  fc
    .constantFrom('off', 'included', 'on-top')
    .map((way) => ({ isCharged: way !== 'off', pricesIncludeTax: way === 'included', rates: PPN_RATES }))

/** Every mode with every unit. */
export const randomCashRounding = (): fc.Arbitrary<CashRounding> =>
  fc.record({
    mode: fc.constantFrom('off' as const, 'nearest' as const, 'down' as const, 'up' as const),
    unit: fc.constantFrom(...CASH_ROUNDING_UNITS),
  })

/** Moments in Jakarta under each rate of PPN, also the last and first minute around 2025-01-01. */
const randomMoment = (): fc.Arbitrary<number> =>
  fc.constantFrom(
    Date.UTC(2021, 5, 1, 4),
    Date.UTC(2024, 11, 31, 16, 59),
    Date.UTC(2024, 11, 31, 17, 0),
    Date.UTC(2026, 10, 21, 3, 30),
  )

const SHOP = {
  name: 'Toko Sejahtera',
  address: ['Jl. Merdeka 1', 'Bandung 40111'],
  phone: '022-123456',
  npwp: '0012345678901000',
}

/** The register's side of a sale. */
export const randomContext = (): fc.Arbitrary<SaleContext> =>
  fc.record({
    register: fc.constant('K1'),
    cashier: fc.constantFrom('Ani', 'Budi'),
    shop: fc.constant(SHOP),
    utcOffsetMinutes: fc.constant(420),
    route: fc.constantFrom(...salesRouteSchema.options),
    paidAtMs: randomMoment(),
    tax: randomTaxRules(),
    cashRounding: randomCashRounding(),
    shiftId: fc.constant('5f0c0d7e-7a50-4a51-9a53-0f1f4f3e0009'),
    history: fc.constant(null),
  })

/** A complete address. */
export const SAMPLE_DELIVERY: Delivery = {
  recipientName: 'Siti',
  phone: '08123456789',
  address: 'Jl. Melati 1',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: null,
  note: '',
}
