import { addQuantities } from '../../../shared/domain/quantity.ts'
import { success } from '../../../shared/domain/result.ts'
import { stockOwnerOf, type StockDocument } from '../../../shared/domain/stock-document.ts'
import { registerDate } from '../register-time.ts'
import type { AccurateDirectory, Body } from './invoice-mapping.ts'
import { lacking } from './missing-setup.ts'

type Change = { readonly itemNo: string; readonly quantity: number; readonly warehouseName: string }

/** On these routes the till's stock, and so the document's warehouses, are Accurate's own. */
export const isAccurateStock = ({ route }: Pick<StockDocument, 'route'>): boolean => stockOwnerOf(route) === 'accurate'

/** The Accurate warehouse that a document means by its id; null for one that is not Accurate's, as Forstok's and that of an imported file. */
const namedWarehouse = (
  document: Pick<StockDocument, 'route'>,
  warehouseId: string | null,
  directory: AccurateDirectory,
): string | null =>
  isAccurateStock(document) ? (directory.warehouses.find(({ id }) => id === warehouseId)?.name ?? null) : null

/** Where a document's change happens in Accurate: at its own warehouse, or at the shop's one. */
export const warehouseOf = (
  document: Pick<StockDocument, 'route' | 'warehouseId'>,
  directory: AccurateDirectory,
): string => namedWarehouse(document, document.warehouseId, directory) ?? directory.warehouseName

const together = (changes: readonly Change[]): readonly Change[] => {
  const byPlace = new Map<string, Change>()
  for (const change of changes) {
    const key = JSON.stringify([change.itemNo, change.warehouseName])
    const quantity = addQuantities(byPlace.get(key)?.quantity ?? 0, change.quantity)
    byPlace.set(key, { ...change, quantity })
  }
  return [...byPlace.values()].filter((change) => change.quantity !== 0)
}

/** The lines that nobody has called off. Accurate keeps decimals, so it gets what truly moved, weighed goods too. */
export const standing = ({ lines }: Pick<StockDocument, 'lines'>): StockDocument['lines'] =>
  lines.filter((line) => !line.isDropped)

/**
 * What a document changes, by item and warehouse; a transfer goes out of one and in at the other. Empty when it changes
 * nothing: a transfer between warehouses of Forstok stays within the one that Accurate knows.
 */
export const stockChanges = (document: StockDocument, directory: AccurateDirectory): Body<readonly Change[]> => {
  const from = warehouseOf(document, directory)
  const { toWarehouseId } = document
  const to = namedWarehouse(document, toWarehouseId, directory)
  if (toWarehouseId !== null && !isAccurateStock(document)) return success([])
  if (toWarehouseId !== null && to === null) return lacking('warehouse')
  return success(
    together(
      standing(document).flatMap(({ sku, quantity }) => [
        { itemNo: sku, quantity, warehouseName: from },
        ...(to === null ? [] : [{ itemNo: sku, quantity: -quantity, warehouseName: to }]),
      ]),
    ),
  )
}

/** The id of the stock document that made an adjustment, from its description; null where it names none. */
export const documentIdIn = (description: string): string | null =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(description.trim())?.[0] ?? null

/** The body of item-adjustment/save.do; null when the document changes nothing in Accurate, and nothing is to be sent. */
export const adjustmentBody = (document: StockDocument, directory: AccurateDirectory) => {
  const changes = stockChanges(document, directory)
  if (!changes.ok) return changes
  if (changes.value.length === 0) return success(null)
  const { adjustmentAccountNo } = directory
  return success({
    number: document.number,
    transDate: registerDate(document.atMs, document.utcOffsetMinutes),
    // An adjustment is not known to have free fields: the document's id stands at the end of what people read.
    description: [`Konter ${document.register}, ${document.by}`, document.reason, document.note, document.id]
      .filter((part) => part !== '')
      .join(' | '),
    // One text says that the preferences fill it in where it is left out, another that it is required: sent where the company has one.
    ...(adjustmentAccountNo === null ? {} : { adjustmentAccountNo }),
    detailItem: changes.value.map(({ itemNo, quantity, warehouseName }) => ({
      itemNo,
      itemAdjustmentType: quantity > 0 ? 'ADJUSTMENT_IN' : 'ADJUSTMENT_OUT',
      quantity: Math.abs(quantity),
      warehouseName,
    })),
  })
}
