import { z } from 'zod'
import { accurateNumberSchema } from '../../../shared/api/accurate.ts'
import { parseSaleNumber } from '../../../shared/domain/sale-number.ts'
import { registerDate } from '../register-time.ts'
import type { NumbersOfRegister } from '../step-report.ts'
import type { AccurateClient } from './accurate-client.ts'
import { ACCURATE_ENDPOINTS } from './endpoints.ts'

/** A number carries its day, so only recent ones can meet a number that is still to be made. */
const LOOK_BACK_MS = 30 * 86_400_000
/** Accurate's clock is WIB. */
const WIB_OFFSET_MINUTES = 420
const PAGE_SIZE = 100
const MOST_PAGES = 20

const newestFirst = (one: string, other: string): number => {
  const [left, right] = [parseSaleNumber(one), parseSaleNumber(other)]
  if (left === null || right === null) return left === right ? other.localeCompare(one) : left === null ? 1 : -1
  return right.day.localeCompare(left.day) || right.sequence - left.sequence
}

/**
 * The numbers of invoices of the last 30 days that begin with `<code>-`, newest first. The service is asked for numbers that
 * contain it, newest documents first; rows that do not begin with it are left out here, in case a filter is ignored.
 * `unknown` when it cannot be asked, or when the 2,000 newest hold none and there are more.
 */
export const findRegisterNumbers = async (
  client: AccurateClient,
  code: string,
  nowMs: number,
): Promise<NumbersOfRegister> => {
  const beginning = `${code}-`
  const numbers: string[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await client.call({
      endpoint: ACCURATE_ENDPOINTS.listInvoices,
      query: {
        fields: 'id,number',
        'filter.number.op': 'CONTAIN',
        'filter.number.val': beginning,
        'filter.transDate.op': 'GREATER_EQUAL_THAN',
        'filter.transDate.val': registerDate(nowMs - LOOK_BACK_MS, WIB_OFFSET_MINUTES),
        'sp.sort': 'id|desc',
        'sp.page': String(page),
        'sp.pageSize': String(PAGE_SIZE),
      },
      purpose: 'read',
      connection: 'shared',
      part: 'd',
      schema: z.array(accurateNumberSchema),
    })
    if (answer.type !== 'ok') return { type: 'unknown' }
    numbers.push(...answer.value.map((row) => row.number).filter((number) => number.startsWith(beginning)))
    if (page >= (answer.paging?.pageCount ?? 1)) return { type: 'found', numbers: numbers.toSorted(newestFirst) }
  }
  // What was seen is enough to say that the code is in use, not that it is free.
  return numbers.length > 0 ? { type: 'found', numbers: numbers.toSorted(newestFirst) } : { type: 'unknown' }
}
