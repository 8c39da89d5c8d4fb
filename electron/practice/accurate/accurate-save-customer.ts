import { z } from 'zod'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import type { AccurateEvent } from './accurate-events.ts'
import type { AccurateRefusal } from './accurate-save-invoice.ts'
import type { AccurateState } from './accurate-state.ts'
import { optionalNumber, optionalText, requiredText, wordsOfIssues } from './accurate-values.ts'

/** `transDate` is required by the specification, but the official sample leaves it out: so may a caller here. */
const customerRequestSchema = z.object({
  id: optionalNumber,
  name: requiredText,
  customerNo: optionalText,
  mobilePhone: optionalText,
  email: optionalText,
})

/** What saving a new customer does. Changing a saved one (`id`) is not part of the simulator. */
export const decideSaveCustomer = (
  state: AccurateState,
  body: unknown,
  atMs: number,
): Result<AccurateEvent & { readonly type: 'customer-saved' }, AccurateRefusal> => {
  const parsed = customerRequestSchema.safeParse(body)
  if (!parsed.success) return failure(wordsOfIssues(parsed.error))
  const { id, name, mobilePhone, email } = parsed.data
  if (id !== null) return failure(['Pelanggan tidak tepat'])
  const customerNo = parsed.data.customerNo ?? freeCustomerNo(state)
  if (state.customers.has(customerNo)) return failure([`Sudah ada data lain dengan No Pelanggan "${customerNo}"`])
  return success({
    type: 'customer-saved',
    atMs,
    customer: { id: state.nextId, customerNo, name, mobilePhone, email },
  })
}

const freeCustomerNo = (state: AccurateState): string => {
  for (let sequence = state.customers.size + 1; ; sequence += 1) {
    const customerNo = `C.${String(sequence).padStart(5, '0')}`
    if (!state.customers.has(customerNo)) return customerNo
  }
}
