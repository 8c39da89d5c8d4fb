import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { accurateDateOf } from './accurate-clock.ts'
import { ADJUSTMENT_TYPES, type AccurateEvent } from './accurate-events.ts'
import { DEFAULT_ACCURATE_WAREHOUSE } from './accurate-places.ts'
import type { AccurateRefusal } from './accurate-save-invoice.ts'
import type { AccurateState } from './accurate-state.ts'
import {
  optionalDate,
  optionalNumber,
  optionalText,
  optionalWord,
  requiredList,
  requiredNumber,
  requiredText,
  wordsOfIssues,
} from './accurate-values.ts'
import { freeNumber } from './free-number.ts'
import { accountErrors, branchErrors, itemErrors, warehouseErrors } from './name-errors.ts'

const adjustmentRequestSchema = z.object({
  id: optionalNumber,
  transDate: optionalDate,
  adjustmentAccountNo: optionalText,
  branchName: optionalText,
  description: optionalText,
  number: optionalText,
  detailItem: requiredList(
    z.object({
      itemNo: requiredText,
      itemAdjustmentType: optionalWord(ADJUSTMENT_TYPES),
      quantity: requiredNumber,
      unitCost: optionalNumber,
      warehouseName: optionalText,
      detailNotes: optionalText,
    }),
  ),
})

/** What saving an item adjustment does. The account comes from the company's preferences where none is sent. */
export const decideSaveAdjustment = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'adjustment-saved' }, AccurateRefusal> => {
  const parsed = adjustmentRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const request = parsed.data
  if (request.id !== null) return failure(['Penyesuaian Persediaan tidak tepat'])
  const errors = [
    ...branchErrors(request.branchName),
    ...(request.adjustmentAccountNo === null ? [] : accountErrors(request.adjustmentAccountNo)),
    ...itemErrors(
      state,
      request.detailItem.map((row) => row.itemNo),
    ),
    ...warehouseErrors(request.detailItem.map((row) => row.warehouseName)),
    ...request.detailItem.flatMap((row, index) =>
      row.quantity > 0 ? [] : [`Invalid field value for field "detailItem[${String(index)}].quantity".`],
    ),
  ]
  if (errors.length > 0) return failure(errors)
  const transDate = request.transDate ?? accurateDateOf(atMs)
  const number = request.number ?? freeNumber('IA', transDate, state.adjustments)
  if (state.adjustments.has(number)) return failure([`Sudah ada data lain dengan No Penyesuaian "${number}"`])
  const id = state.nextId
  const rows = request.detailItem.flatMap((row, index) =>
    row.itemAdjustmentType === null
      ? []
      : [
          {
            id: id + 1 + index,
            itemNo: row.itemNo,
            type: row.itemAdjustmentType,
            quantity: row.quantity,
            warehouseName: row.warehouseName ?? DEFAULT_ACCURATE_WAREHOUSE.name,
          },
        ],
  )
  if (rows.length < request.detailItem.length) return failure(['itemAdjustmentType harus diisi'])
  return success({
    type: 'adjustment-saved',
    atMs,
    adjustment: {
      id,
      number,
      transDate,
      accountNo: request.adjustmentAccountNo,
      description: request.description,
      rows,
    },
  })
}
