import type { Component } from '../../../shared/domain/item.ts'
import type { PracticeSeed, PracticeSeedItem } from '../practice-seed.ts'
import type { ForstokEvent, ForstokOrder, ForstokStatus } from './forstok-events.ts'
import { BACK_WAREHOUSE, DEFAULT_WAREHOUSE } from './forstok-places.ts'

/** Stock of one SKU in one warehouse. Available to sell = on hand - reserved; any of them may be below zero. */
export type ForstokQuantity = { readonly warehouseId: number; onHand: number; reserved: number }

export type ForstokVariant = {
  readonly id: number
  readonly sku: string
  readonly barcode: string | null
  readonly name: string
  readonly price: number
  /** Of a bundle: it has no stock of its own, its sale cuts these (Forstok's help page on bundles). */
  readonly components: readonly Component[]
  readonly quantities: ForstokQuantity[]
  updatedAtMs: number
}

export type HeldForstokOrder = {
  readonly order: ForstokOrder
  readonly createdAtMs: number
  status: ForstokStatus
  updatedAtMs: number
}

/**
 * What Forstok's simulator holds. It is a fold over events: only {@link applyForstokEvent} changes it, and in place,
 * because copying 100,000 variants for each order would be slower than the service it stands for.
 */
export type ForstokState = {
  readonly variants: readonly ForstokVariant[]
  readonly variantsBySku: ReadonlyMap<string, ForstokVariant>
  /** In the order of creation, which is also the order of ids. */
  readonly orders: Map<number, HeldForstokOrder>
  readonly orderIdsByReference: Map<string, number[]>
  /** SKUs whose stock has moved since the seed. */
  readonly changedSkus: Set<string>
  nextOrderId: number
  nextLineId: number
}

const FIRST_VARIANT_ID = 500_001
const FIRST_ORDER_ID = 133_587_001
const FIRST_LINE_ID = 700_000_001

const isBundle = (item: { readonly components?: readonly Component[] }): boolean => (item.components ?? []).length > 0

const openingStock = ({ stock, backStock }: PracticeSeedItem): ForstokQuantity[] => [
  { warehouseId: DEFAULT_WAREHOUSE.id, onHand: stock, reserved: 0 },
  ...(backStock === undefined ? [] : [{ warehouseId: BACK_WAREHOUSE.id, onHand: backStock, reserved: 0 }]),
]

/** The state of a merchant whose items have just been imported, with their opening stock: in the default warehouse, some also in the second. */
export const seedForstokState = (seed: PracticeSeed): ForstokState => {
  const variants = seed.items.map((item, index): ForstokVariant => ({
    id: FIRST_VARIANT_ID + index,
    sku: item.sku,
    barcode: item.barcode,
    name: item.name,
    price: item.price,
    components: item.components ?? [],
    quantities: isBundle(item) ? [] : openingStock(item),
    updatedAtMs: seed.atMs,
  }))
  return {
    variants,
    variantsBySku: new Map(variants.map((variant) => [variant.sku, variant])),
    orders: new Map(),
    orderIdsByReference: new Map(),
    changedSkus: new Set(),
    nextOrderId: FIRST_ORDER_ID,
    nextLineId: FIRST_LINE_ID,
  }
}

/** Lets one event happen. The same events on the same seed give the same state. */
export const applyForstokEvent = (state: ForstokState, event: ForstokEvent): void => {
  switch (event.type) {
    case 'order-created':
      applyCreated(state, event.order, event.atMs)
      return
    case 'order-moved':
      applyMoved(state, event.orderId, event.status, event.atMs)
      return
    case 'stock-set':
      for (const row of event.rows) {
        changeStock(state, row.sku, row.warehouseId, event.atMs, (quantity) => {
          quantity.onHand = row.onHand
        })
      }
  }
}

const applyCreated = (state: ForstokState, order: ForstokOrder, atMs: number): void => {
  state.orders.set(order.id, { order, createdAtMs: atMs, status: 'Open', updatedAtMs: atMs })
  const sameReference = state.orderIdsByReference.get(order.reference) ?? []
  state.orderIdsByReference.set(order.reference, [...sameReference, order.id])
  state.nextOrderId = Math.max(state.nextOrderId, order.id + 1)
  for (const line of order.lines) {
    state.nextLineId = Math.max(state.nextLineId, line.id + 1)
    for (const piece of piecesOf(state, line.sku))
      changeStock(state, piece.sku, order.warehouseId, atMs, (quantity) => {
        quantity.reserved += piece.quantity
      })
  }
}

const applyMoved = (state: ForstokState, orderId: number, status: ForstokStatus, atMs: number): void => {
  const held = state.orders.get(orderId)
  if (held === undefined) throw new Error(`No order ${String(orderId)} to move`)
  held.status = status
  held.updatedAtMs = atMs
  if (status !== 'Ready to ship' && status !== 'Cancelled') return
  for (const line of held.order.lines) {
    for (const piece of piecesOf(state, line.sku))
      changeStock(state, piece.sku, held.order.warehouseId, atMs, (quantity) => {
        quantity.reserved -= piece.quantity
        if (status === 'Ready to ship') quantity.onHand -= piece.quantity
      })
  }
}

/** What one unit of a row cuts: itself, or the parts of a bundle; whole pieces only. */
const piecesOf = (state: ForstokState, sku: string): readonly Component[] => {
  const components = state.variantsBySku.get(sku)?.components ?? []
  if (components.length === 0) return [{ sku, quantity: 1 }]
  return components
    .filter((component) => state.variantsBySku.has(component.sku))
    .map((component) => ({ ...component, quantity: Math.trunc(component.quantity) }))
}

const changeStock = (
  state: ForstokState,
  sku: string,
  warehouseId: number,
  atMs: number,
  change: (quantity: ForstokQuantity) => void,
): void => {
  const variant = state.variantsBySku.get(sku)
  if (variant === undefined) throw new Error(`No variant ${sku} to change the stock of`)
  change(quantityIn(variant, warehouseId))
  variant.updatedAtMs = atMs
  state.changedSkus.add(sku)
}

/** A warehouse's row appears with the first movement there. */
const quantityIn = (variant: ForstokVariant, warehouseId: number): ForstokQuantity => {
  const existing = variant.quantities.find((quantity) => quantity.warehouseId === warehouseId)
  if (existing !== undefined) return existing
  const created: ForstokQuantity = { warehouseId, onHand: 0, reserved: 0 }
  variant.quantities.push(created)
  return created
}
