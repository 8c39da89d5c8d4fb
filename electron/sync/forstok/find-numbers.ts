import type { NumbersOfRegister } from '../step-report.ts'
import type { ForstokGateway } from './forstok-gateway.ts'

/** A number carries its day, so only recent ones can meet a number that is still to be made. */
const LOOK_BACK_MS = 30 * 86_400_000
/** 5,000 orders of a hundred a page. */
const MOST_PAGES = 50

/** References of a register code among Forstok's orders of the last 30 days. */
export const findNumbersOf = async (
  gateway: ForstokGateway,
  code: string,
  nowMs: number,
): Promise<NumbersOfRegister> => {
  const numbers = new Set<string>()
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await gateway.listReferences(nowMs - LOOK_BACK_MS, page)
    if (answer.type !== 'ok') return { type: 'unknown' }
    for (const order of answer.value.orders)
      for (const reference of [order.local_id, order.local_name])
        if (reference?.startsWith(`${code}-`) === true) numbers.add(reference)
    if (page >= (answer.value.total_pages ?? 1)) return { type: 'found', numbers: [...numbers] }
  }
  // What was seen is enough to say that the code is taken, not that it is free.
  return numbers.size > 0 ? { type: 'found', numbers: [...numbers] } : { type: 'unknown' }
}
