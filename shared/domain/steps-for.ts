import { assertNever } from './assert-never.ts'
import { forstokReturnTask } from './forstok-return-task.ts'
import { returnedLines, soldLines } from './sale-sums.ts'
import type { Sale } from './sale.ts'
import type { Destination, SalesRoute } from './sales-route.ts'
import { NEVER_MS, type Step, type StepKind } from './step.ts'
import type { StockDocument } from './stock-document.ts'

/** What of a sale decides its steps. */
export type SteppedSale = Pick<
  Sale,
  'id' | 'number' | 'kind' | 'paidAtMs' | 'tenders' | 'lines' | 'returnOf' | 'returnNumber'
>

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

type Owed = Pick<Step, 'id' | 'kind' | 'tenderIndex' | 'afterStepId'>

const freshStep = (
  owed: Owed,
  subject: { readonly id: string; readonly number: string; readonly atMs: number },
  destination: Destination,
  position: number,
): Step => ({
  ...owed,
  saleId: subject.id,
  saleNumber: subject.number,
  destination,
  position,
  state: 'queued',
  dueAtMs: position === 0 ? subject.atMs : NEVER_MS,
  paidAtMs: subject.atMs,
  claimId: null,
  claimedFrom: null,
  lastSendAtMs: null,
  failureCount: 0,
  attempts: [],
  remote: null,
  attention: null,
  closedReason: null,
  settledAtMs: null,
})

const owedToForstok = (sale: SteppedSale, sells: boolean, takesBack: boolean): readonly Owed[] => {
  const once = (kind: StepKind): Owed => ({ id: `${sale.id}/${kind}`, kind, tenderIndex: null, afterStepId: null })
  // A delivery's order stays open until the goods are shipped from Forstok.
  const counter: readonly StepKind[] = sale.kind === 'walk-in' ? ['forstok.ready-to-ship', 'forstok.delivered'] : []
  return [
    ...(sells ? [once('forstok.order'), ...counter.map(once)] : []),
    ...(takesBack ? [once('forstok.return')] : []),
  ]
}

const owedToAccurate = (sale: SteppedSale, sells: boolean, takesBack: boolean): readonly Owed[] => {
  const once = (kind: StepKind, afterStepId: string | null = null): Owed => ({
    id: `${sale.id}/${kind}`,
    kind,
    tenderIndex: null,
    afterStepId,
  })
  const money = sale.tenders.flatMap((tender, tenderIndex): Owed[] => {
    if (tender.applied === 0) return []
    const kind: StepKind = tender.applied > 0 ? 'accurate.receipt' : 'accurate.refund'
    const isOwed = kind === 'accurate.receipt' ? sells : takesBack
    return isOwed ? [{ ...once(kind), id: `${sale.id}/${kind}/${tenderIndex}`, tenderIndex }] : []
  })
  return [
    ...(sells ? [once('accurate.invoice')] : []),
    ...(takesBack
      ? [once('accurate.return', sale.returnOf === null ? null : `${sale.returnOf.saleId}/accurate.invoice`)]
      : []),
    ...(sells && takesBack ? [once('accurate.offset')] : []),
    ...money,
  ]
}

/**
 * The steps that a sale owes on a route, in order within each destination: the only place that knows the table of
 * design, section 6. What is sold goes where the route says; what comes back goes where the earlier sale went. The first
 * step of each destination is due at payment, the later ones when the one before is done; a return at Forstok is a task
 * for a person from the beginning, and holds up nothing.
 */
export const stepsFor = (sale: SteppedSale, route: SalesRoute): readonly Step[] => {
  const hasSold = soldLines(sale).length > 0
  const hasReturned = returnedLines(sale).length > 0
  const sellsTo = hasSold ? destinationsOf(sale.kind, route) : []
  const { returnOf } = sale
  const takesBackAt = hasReturned && returnOf !== null ? destinationsOf(returnOf.kind, returnOf.route) : []
  return (['forstok', 'accurate'] as const).flatMap((destination) => {
    const [sells, takesBack] = [sellsTo.includes(destination), takesBackAt.includes(destination)]
    const owed =
      destination === 'forstok' ? owedToForstok(sale, sells, takesBack) : owedToAccurate(sale, sells, takesBack)
    const subject = { id: sale.id, number: sale.number, atMs: sale.paidAtMs }
    return owed.map((each, position): Step => {
      const step = freshStep(each, subject, destination, position)
      if (step.kind === 'forstok.return') {
        const leavesInvoiceOpen = sellsTo.includes('accurate') && !takesBackAt.includes('accurate')
        const remedy = forstokReturnTask(sale, { leavesInvoiceOpen })
        return {
          ...step,
          state: 'attention',
          dueAtMs: NEVER_MS,
          attention: { code: FOLLOW_UP, message: '', remedy, httpStatus: null },
        }
      }
      return step.afterStepId === null ? step : { ...step, dueAtMs: NEVER_MS }
    })
  })
}

/** The code of a step that only a person can do: it is ticked off, not sent. */
export const FOLLOW_UP = 'follow-up'

/** The steps that a stock document owes: at the service that owns stock, and in Accurate's books where those stand apart. */
export const stepsForStock = (document: StockDocument): readonly Step[] => {
  const destinations: readonly Destination[] =
    document.route === 'linked' ? ['accurate'] : destinationsOf('walk-in', document.route)
  return destinations.map((destination) => {
    const kind: StepKind = destination === 'forstok' ? 'forstok.stock' : 'accurate.adjustment'
    const owed: Owed = { id: `${document.id}/${kind}`, kind, tenderIndex: null, afterStepId: null }
    return freshStep(owed, { id: document.id, number: document.number, atMs: document.atMs }, destination, 0)
  })
}

/**
 * The step whose arrival puts the sold goods into the stock figures that are pulled: the order where Forstok owns
 * stock, the invoice where Accurate does; a delivery on the linked route reaches Accurate only through Forstok's order.
 */
export const stockStepIdOf = (sale: Pick<SteppedSale, 'id' | 'kind'>, route: SalesRoute): string => {
  const takesOrder = destinationsOf(sale.kind, route).includes('forstok')
  return `${sale.id}/${takesOrder ? 'forstok.order' : 'accurate.invoice'}`
}

/** The step whose arrival (or ticking off) puts goods that came back into the figures that are pulled. */
export const returnStockStepIdOf = (sale: Pick<SteppedSale, 'id' | 'returnOf'>): string | null => {
  if (sale.returnOf === null) return null
  const isAtForstok = destinationsOf(sale.returnOf.kind, sale.returnOf.route).includes('forstok')
  return `${sale.id}/${isAtForstok ? 'forstok.return' : 'accurate.return'}`
}
