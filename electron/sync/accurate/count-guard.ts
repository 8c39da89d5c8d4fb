import { accurateStockSchema } from '../../../shared/api/accurate.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { StockDocument, StockDocumentLine } from '../../../shared/domain/stock-document.ts'
import { serviceCountOf } from '../../../shared/domain/stock-movements.ts'
import type { AccurateAnswer, AccurateClient } from './accurate-client.ts'
import { isAccurateStock, standing, warehouseOf } from './adjustment-mapping.ts'
import { ACCURATE_ENDPOINTS } from './endpoints.ts'
import type { AccurateDirectory } from './invoice-mapping.ts'

/** More readings than this would outlast the lease of the step; what is sent are differences, which hold for the rest too. */
const MOST_READINGS = 60

/** True while the stock stands between what was pulled and what the till made of it with its own movements up to the approval, which may still be on their way. */
const isAsKnown = (line: StockDocumentLine, onHand: number): boolean => {
  const { pulledOnHand } = line
  if (pulledOnHand === null) return true
  const [one, other] = [pulledOnHand, serviceCountOf(line)?.expected ?? pulledOnHand]
  return onHand >= Math.min(one, other) && onHand <= Math.max(one, other)
}

/**
 * Reads the stock of a count's differences right before they are sent. Gives the SKUs whose stock moved otherwise than the
 * till knew, in words; none for other documents, and where Accurate's stock is not the one that was counted against.
 */
export const movedSinceCount = async (
  client: AccurateClient,
  document: StockDocument,
  directory: AccurateDirectory,
): Promise<AccurateAnswer<readonly string[]>> => {
  const moved: string[] = []
  const isGuarded = document.kind === 'count' && isAccurateStock(document)
  const lines = isGuarded ? standing(document).filter((line) => line.quantity !== 0 && line.pulledOnHand !== null) : []
  for (const line of lines.slice(0, MOST_READINGS)) {
    const answer = await client.call({
      endpoint: ACCURATE_ENDPOINTS.getStock,
      query: { no: line.sku, warehouseName: warehouseOf(document, directory) },
      purpose: 'read',
      connection: 'own',
      part: 'd',
      schema: accurateStockSchema,
    })
    if (answer.type !== 'ok') return answer
    const { availableStock } = answer.value
    if (!isAsKnown(line, availableStock))
      moved.push(
        `${line.sku} ${formatQuantity(availableStock)}, Konter ${formatQuantity(serviceCountOf(line)?.expected ?? 0)}`,
      )
  }
  return { type: 'ok', value: moved, message: '', paging: undefined }
}
