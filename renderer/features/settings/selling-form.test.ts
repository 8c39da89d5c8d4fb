import { describe, expect, test } from 'vitest'
import { DEFAULT_SELLING_RULES } from '../../../shared/domain/selling-rules.ts'
import { draftSelling, readSellingDraft } from './selling-form.ts'

const draft = draftSelling(DEFAULT_SELLING_RULES)
const anyCode = () => true

describe('the form of the selling rules', () => {
  test('gives stored rules back unchanged', () => {
    expect(readSellingDraft(draft, anyCode)).toEqual({ rules: DEFAULT_SELLING_RULES, problems: {} })
  })

  test('reads a later rate, with a comma and a fraction, and keeps rates in the order of their days', () => {
    const rates = [{ id: 9, from: '01/07/2027', percent: '12,5', base: '11/12' }, ...draft.rates]
    const read = readSellingDraft({ ...draft, rates }, anyCode)
    expect(read.rules?.tax.rates.at(-1)).toEqual({
      from: '2027-07-01',
      basisPoints: 1_250,
      baseNumerator: 11,
      baseDenominator: 12,
    })
  })

  test.each([
    ['a day that does not exist', { id: 9, from: '30/02/2027', percent: '12', base: '1' }],
    ['a rate that is not a number', { id: 9, from: '01/01/2027', percent: 'dua belas', base: '1' }],
    ['a base above the price', { id: 9, from: '01/01/2027', percent: '12', base: '12/11' }],
    ['a second rate from the same day', { id: 9, from: '01/01/2025', percent: '12', base: '1' }],
  ])('refuses %s', (_what, rate) => {
    const read = readSellingDraft({ ...draft, rates: [...draft.rates, rate] }, anyCode)
    expect(read).toEqual({ rules: null, problems: { rates: 'problem.rates' } })
  })

  test('refuses a text that is no QRIS code and an unreadable limit, naming both', () => {
    const read = readSellingDraft({ ...draft, qrisPayload: 'hello', differenceLimit: 'sepuluh' }, () => false)
    expect(read.problems).toEqual({
      qrisPayload: 'problem.qrisPayload',
      differenceLimit: 'problem.differenceLimit',
    })
  })
})
