import { addQuantities, thousandthsOf } from './quantity.ts'
import {
  serviceQuantityOf,
  stockOwnerOf,
  stockStepIdOfDocument,
  type StockDocument,
  type StockDocumentLine,
} from './stock-document.ts'
import type { Movement, MovementCause } from './stock-level.ts'
import { stepsForStock } from './steps-for.ts'
import type { Step } from './step.ts'

const REST = '/rest'

/** True for the part of a weighed movement that Forstok's whole pieces cannot hold: no pull contains it until a count takes its place. */
export const isRest = (movement: Pick<Movement, 'id'>): boolean => movement.id.endsWith(REST)

const CAUSES: Readonly<Record<StockDocument['kind'], MovementCause>> = {
  count: 'count',
  in: 'in',
  out: 'out',
  transfer: 'transfer-out',
}

type Part = {
  readonly warehouseId: string
  readonly cause: MovementCause
  readonly sign: 1 | -1
  readonly suffix: string
}

const partsOf = (document: StockDocument): readonly Part[] => {
  const from: Part = { warehouseId: document.warehouseId, cause: CAUSES[document.kind], sign: 1, suffix: '' }
  if (document.kind !== 'transfer' || document.toWarehouseId === null) return [from]
  return [from, { warehouseId: document.toWarehouseId, cause: 'transfer-in', sign: -1, suffix: '/to' }]
}

/** What of a line no pull will contain: where Forstok counts whole pieces, what its whole change differs from the true one by. */
const restOf = (line: StockDocumentLine, isWholeOnly: boolean): number => {
  if (!isWholeOnly) return 0
  return line.counted === null ? addQuantities(line.quantity, -serviceQuantityOf(line)) : line.restQuantity
}

/** The nearest whole quantity, halves away from zero. */
export const wholeOf = (quantity: number): number => {
  const thousandths = Math.abs(thousandthsOf(quantity))
  const whole = Math.floor((thousandths + 500) / 1_000)
  return whole === 0 ? 0 : Math.sign(quantity) * whole
}

/**
 * The movements of a stock document: one a line, two for a transfer (out of one warehouse, into the other). Where Forstok
 * owns stock, what is no whole piece stands apart as a rest, which waits for no step. A line that changes nothing, or
 * was called off, moves nothing.
 */
export const movementsOfDocument = (document: StockDocument): readonly Movement[] => {
  const isWholeOnly = stockOwnerOf(document.route) === 'forstok'
  const stepId = stockStepIdOfDocument(document)
  const movement = (line: StockDocumentLine, part: Part, quantity: number, owed: string | null): readonly Movement[] =>
    quantity === 0
      ? []
      : [
          {
            id: `${document.id}/${line.sku}${part.suffix}${owed === null ? REST : ''}`,
            sku: line.sku,
            warehouseId: part.warehouseId,
            quantity: part.sign * quantity,
            cause: part.cause,
            saleId: document.id,
            atMs: line.countedAtMs ?? document.atMs,
            stepId: owed,
            state: 'local',
            acknowledgedAtMs: null,
          },
        ]
  return document.lines
    .filter((line) => !line.isDropped)
    .flatMap((line) => {
      const rest = restOf(line, isWholeOnly)
      const owed = addQuantities(line.quantity, -rest)
      return partsOf(document).flatMap((part) => [
        ...movement(line, part, owed, stepId),
        ...movement(line, part, rest, null),
      ])
    })
}

/** The steps that a stock document owes: none to a service whose figures it does not change (see `stepsForStock`). */
export const stepsOwedForStock = (document: StockDocument): readonly Step[] => {
  const owner = stockOwnerOf(document.route)
  const lines = document.lines.filter((line) => !line.isDropped)
  return stepsForStock(document).filter((step) =>
    lines.some((line) => (step.destination === owner ? serviceQuantityOf(line) : line.quantity) !== 0),
  )
}

/**
 * A count line as the service that owns stock sees it, as of the count's approval: what its own figure should have been then
 * (this till's unsent movements included), and what it should become. Where Forstok counts whole pieces, both leave out the
 * rests that only the till knows of. Null for a line of another kind of document.
 */
export const serviceCountOf = (
  line: StockDocumentLine,
): { readonly counted: number; readonly expected: number } | null => {
  const expected = line.serviceExpected ?? line.expected
  if (line.counted === null || expected === null) return null
  return { counted: addQuantities(expected, serviceQuantityOf(line)), expected }
}
