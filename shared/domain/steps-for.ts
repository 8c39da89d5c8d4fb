import { assertNever } from './assert-never.ts'
import type { Sale } from './sale.ts'
import type { Destination, SalesRoute } from './sales-route.ts'
import { NEVER_MS, type Step, type StepKind } from './step.ts'

/** What of a sale decides its steps. */
export type SteppedSale = Pick<Sale, 'id' | 'number' | 'kind' | 'paidAtMs' | 'tenders'>

/** Which service records a sale of this kind (design, section 6, "Sales route"). */
export const destinationsOf = (kind: Sale['kind'], route: SalesRoute): readonly Destination[] => {
  switch (route) {
    case 'forstok-only':
      return ['forstok']
    case 'accurate-only':
      return ['accurate']
    case 'both-not-linked':
      return ['forstok', 'accurate']
    case 'linked':
      // Forstok's own integration posts a delivery's invoice at ready to ship; a walk-in sale reaches Forstok through stock.
      return kind === 'walk-in' ? ['accurate'] : ['forstok']
    default:
      return assertNever(route, 'sales route')
  }
}

type Owed = { readonly id: string; readonly kind: StepKind; readonly tenderIndex: number | null }

const owedTo = (destination: Destination, sale: SteppedSale): readonly Owed[] => {
  const once = (kind: StepKind): Owed => ({ id: `${sale.id}/${kind}`, kind, tenderIndex: null })
  if (destination === 'forstok') {
    // A delivery's order stays open until the goods are shipped from Forstok.
    const counter: readonly StepKind[] = sale.kind === 'walk-in' ? ['forstok.ready-to-ship', 'forstok.delivered'] : []
    return [once('forstok.order'), ...counter.map(once)]
  }
  const receipts = sale.tenders.flatMap((tender, tenderIndex): Owed[] =>
    tender.applied > 0
      ? [{ id: `${sale.id}/accurate.receipt/${tenderIndex}`, kind: 'accurate.receipt', tenderIndex }]
      : [],
  )
  return [once('accurate.invoice'), ...receipts]
}

/**
 * The steps that a sale owes on a route, in order within each destination: the only place that knows the table of
 * design, section 6. The first step of each destination is due at payment, the later ones when the one before is done.
 */
export const stepsFor = (sale: SteppedSale, route: SalesRoute): readonly Step[] =>
  destinationsOf(sale.kind, route).flatMap((destination) =>
    owedTo(destination, sale).map((owed, position): Step => ({
      ...owed,
      saleId: sale.id,
      saleNumber: sale.number,
      destination,
      position,
      state: 'queued',
      dueAtMs: position === 0 ? sale.paidAtMs : NEVER_MS,
      paidAtMs: sale.paidAtMs,
      claimId: null,
      claimedFrom: null,
      lastSendAtMs: null,
      failureCount: 0,
      attempts: [],
      remote: null,
      attention: null,
      closedReason: null,
      settledAtMs: null,
    })),
  )

/**
 * The step whose arrival puts the sale's goods into the stock figures that are pulled: the order where Forstok owns
 * stock, the invoice where Accurate does; a delivery on the linked route reaches Accurate only through Forstok's order.
 */
export const stockStepIdOf = (sale: SteppedSale, route: SalesRoute): string => {
  const takesOrder = destinationsOf(sale.kind, route).includes('forstok')
  return `${sale.id}/${takesOrder ? 'forstok.order' : 'accurate.invoice'}`
}
