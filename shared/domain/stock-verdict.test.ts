import { expect, test } from 'vitest'
import { stockVerdict } from './stock-verdict.ts'

test.each([
  ['block', 3, 3, 'ok'],
  ['block', 3, 3.001, 'blocked'],
  ['block', 0.3, 0.1 + 0.2, 'ok'],
  ['block', -1, 1, 'blocked'],
  ['block', null, 9, 'ok'],
  ['block', -4, 0, 'ok'],
  ['block', -4, -1, 'ok'],
  ['warn', 2, 3, 'warn'],
  ['warn', 3, 3, 'ok'],
  ['allow', -9, 5, 'ok'],
] as const)('the policy %s with %s there and %s wanted says %s', (policy, available, wanted, verdict) => {
  expect(stockVerdict(policy, available, wanted)).toBe(verdict)
})
