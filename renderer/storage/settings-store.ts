import { z } from 'zod'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { readDesigns } from '../../shared/documents/read-designs.ts'
import { shopSchema } from '../../shared/domain/sale.ts'
import { salesRouteSchema } from '../../shared/domain/sales-route.ts'
import { DEFAULT_SELLING_RULES, sellingRulesSchema } from '../../shared/domain/selling-rules.ts'
import type { TillSettings } from '../app/till.ts'
import type { TillDatabase } from './database.ts'

/** What a fresh register starts with. */
export const DEFAULT_SETTINGS: TillSettings = {
  register: 'K1',
  cashier: 'Kasir',
  shop: {
    name: 'Toko Konter',
    address: ['Jl. Merdeka No. 1', 'Kel. Citarum, Kec. Bandung Wetan', 'Kota Bandung, Jawa Barat 40115'],
    phone: '022-4200001',
    npwp: '',
  },
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  language: 'id',
  theme: 'system',
  selling: DEFAULT_SELLING_RULES,
  printsReceipts: true,
  printsPickLists: 'never',
  designs: DEFAULT_DESIGNS,
}

// Each value stands for itself: one that cannot be read falls back alone, so that the register keeps its code.
const settingsSchema = z.object({
  register: z
    .string()
    .regex(/^[A-Z0-9]{1,6}$/)
    .catch(DEFAULT_SETTINGS.register),
  cashier: z.string().min(1).catch(DEFAULT_SETTINGS.cashier),
  shop: shopSchema.catch({ ...DEFAULT_SETTINGS.shop, address: [...DEFAULT_SETTINGS.shop.address] }),
  utcOffsetMinutes: z.number().int().min(-840).max(840).catch(DEFAULT_SETTINGS.utcOffsetMinutes),
  route: salesRouteSchema.catch(DEFAULT_SETTINGS.route),
  language: z.enum(['id', 'en']).catch(DEFAULT_SETTINGS.language),
  theme: z.enum(['light', 'dark', 'system']).catch(DEFAULT_SETTINGS.theme),
  selling: sellingRulesSchema.catch({ ...DEFAULT_SELLING_RULES }),
  printsReceipts: z.boolean().catch(DEFAULT_SETTINGS.printsReceipts),
  printsPickLists: z.enum(['never', 'deliveries', 'always']).catch(DEFAULT_SETTINGS.printsPickLists),
  designs: z.unknown().transform(readDesigns),
})

const KEY = 'till'

/** The register's set-up; defaults where nothing was set. */
export const readSettings = async (database: TillDatabase): Promise<TillSettings> => {
  const row = await database.settings.get(KEY)
  return row === undefined ? DEFAULT_SETTINGS : settingsSchema.catch(DEFAULT_SETTINGS).parse(row.value)
}

/** True once somebody has set up this register. */
export const hasSettings = async (database: TillDatabase): Promise<boolean> =>
  (await database.settings.where('key').equals(KEY).count()) > 0

/** Writes the register's set-up. */
export const writeSettings = async (database: TillDatabase, settings: TillSettings): Promise<void> => {
  await database.settings.put({ key: KEY, value: settings })
}
