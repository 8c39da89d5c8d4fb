import type { Result } from '../../../../shared/domain/result.ts'
import type { Sale } from '../../../../shared/domain/sale.ts'
import type { SalesRoute } from '../../../../shared/domain/sales-route.ts'
import type { StepKind } from '../../../../shared/domain/step.ts'
import { stepsFor } from '../../../../shared/domain/steps-for.ts'
import type { AccurateEvent } from '../../../practice/accurate/accurate-events.ts'
import { decideSaveInvoice } from '../../../practice/accurate/accurate-save-invoice.ts'
import { decideSaveReceipt } from '../../../practice/accurate/accurate-save-receipt.ts'
import { decideSaveReturn } from '../../../practice/accurate/accurate-save-return.ts'
import { applyAccurateEvent, seedAccurateState, type AccurateState } from '../../../practice/accurate/accurate-state.ts'
import { planFor } from '../document-plan.ts'
import { ACCURATE_ENDPOINTS } from '../endpoints.ts'
import type { AccurateDirectory } from '../invoice-mapping.ts'

/** The practice company as its directory reads. For tests. */
export const PRACTICE_DIRECTORY: AccurateDirectory = {
  customerNo: 'C.00001',
  warehouseName: 'Gudang-Utama',
  scrapWarehouseName: 'Gudang-Rusak',
  warehouses: [
    { id: '50', name: 'Gudang-Utama' },
    { id: '51', name: 'Gudang-Belakang' },
    { id: '52', name: 'Gudang-Rusak' },
  ],
  bankNos: { cash: '110101', qris: '110202', card: '110203', transfer: '110201', deposit: '110204' },
  roundingAccountNo: '410998',
  adjustmentAccountNo: '610201',
}

/** The same sale as it goes on a route, under a number of its own. What comes back refers to the sale before it. */
export const onRoute = (sale: Sale, route: SalesRoute, index: number): Sale => ({
  ...sale,
  route,
  number: `K1-${index}`,
  returnNumber: sale.returnOf === null ? null : `K1-R${index}`,
  returnOf: sale.returnOf === null ? null : { ...sale.returnOf, route, number: 'K1-0' },
})

/** The practice company with an item for every SKU of these sales, none in stock. */
export const companyFor = (sales: readonly Sale[]): AccurateState => {
  const lines = sales.flatMap((sale) => sale.lines)
  const skus = new Set(lines.flatMap((line) => [line.sku, ...line.components.map((component) => component.sku)]))
  return seedAccurateState({
    atMs: 0,
    items: [...skus].map((sku) => ({
      sku,
      barcode: null,
      name: sku,
      category: '',
      price: 0,
      costPrice: null,
      stock: 0,
    })),
  })
}

type Decide = (state: AccurateState, body: unknown, atMs: number) => Result<AccurateEvent, readonly string[]>
const DECIDERS: ReadonlyMap<string, Decide> = new Map<string, Decide>([
  [ACCURATE_ENDPOINTS.saveInvoice.path, decideSaveInvoice],
  [ACCURATE_ENDPOINTS.saveReturn.path, decideSaveReturn],
  [ACCURATE_ENDPOINTS.saveReceipt.path, decideSaveReceipt],
])

/** Carries out what a sale owes Accurate against the simulator's own rules; throws when it refuses. Gives the kinds of steps that were owed. */
export const postSale = (state: AccurateState, sale: Sale): ReadonlySet<StepKind> => {
  const steps = stepsFor(sale, sale.route).filter((step) => step.destination === 'accurate')
  for (const step of steps) {
    const plan = planFor({ step, mode: 'send', subject: { type: 'sale', sale }, previous: [] })
    const body = plan.body(PRACTICE_DIRECTORY)
    if (!body.ok) throw new Error(body.error.code)
    if (body.value === null) continue
    // As it would travel: only what JSON keeps arrives.
    const arrived: unknown = JSON.parse(JSON.stringify(body.value))
    const decided = DECIDERS.get(plan.save.path)?.(state, arrived, 1)
    if (decided?.ok !== true) throw new Error(`${step.kind}: ${String(decided?.error)} ${JSON.stringify(body.value)}`)
    applyAccurateEvent(state, decided.value)
  }
  return new Set(steps.map((step) => step.kind))
}
