import { expect, test } from 'vitest'
import { judgeRegisterCode, type NumbersAtDestination } from './judge-register-code.ts'

const found = (...numbers: readonly string[]): NumbersAtDestination['found'] => ({ type: 'found', numbers })
const UNKNOWN = { type: 'unknown' } as const
const judge = (
  forstok: NumbersAtDestination['found'],
  accurate: NumbersAtDestination['found'],
  own: readonly string[] = [],
) =>
  judgeRegisterCode(
    'K1',
    [
      { destination: 'forstok', found: forstok },
      { destination: 'accurate', found: accurate },
    ],
    (number) => own.includes(number),
    '2026-10-01',
  )

test('a code is free when no service holds a number of it that this register did not make', () => {
  expect(judge(found('K1-261120-0001'), found('K1-R261120-0001'), ['K1-261120-0001', 'K1-R261120-0001'])).toEqual({
    verdict: 'free',
  })
  expect(judge(UNKNOWN, found())).toEqual({ verdict: 'free' })
})

test('a number of another register is named with the service that holds it', () => {
  const own = ['K1-261120-0001']
  expect(judge(found('K1-261120-0001'), found('K1-261120-0002'), own)).toEqual({
    verdict: 'taken',
    number: 'K1-261120-0002',
    destination: 'accurate',
  })
})

test('the receipts of own sales are own', () => {
  expect(judge(UNKNOWN, found('K1-261120-0001-1'), ['K1-261120-0001'])).toEqual({ verdict: 'free' })
})

test('numbers of other codes, other forms and days long past prove nothing', () => {
  expect(judge(found('K12-261120-0001', 'K1-INV-7', 'K1-260101-0001'), UNKNOWN)).toEqual({ verdict: 'free' })
})

test('is unknown when no service could be asked', () => {
  expect(judge(UNKNOWN, UNKNOWN)).toEqual({ verdict: 'unknown' })
})
