import { expect, test } from 'vitest'
import { stepsFor } from '../../shared/domain/steps-for.ts'
import { recoveredSteps } from './put-back-sales.ts'
import { saleOf, TEN_O_CLOCK_MS } from './till-fixture.ts'

const SALE = saleOf('7d1c0c56-6c0e-4d53-9d4b-0a5a7f0c1b11', 1, TEN_O_CLOCK_MS)
const idOf = (kind: string): string => `${SALE.id}/${kind}`

test('steps after one that a person closed come back closed too: no step waits for one that will never be done', () => {
  const closedSteps = [{ stepId: idOf('accurate.invoice'), reason: 'dicatat sendiri' }]
  const steps = recoveredSteps(stepsFor(SALE, 'both-not-linked'), { sentSteps: [], closedSteps }, TEN_O_CLOCK_MS)
  const stateOf = (id: string) => steps.find((step) => step.id === id)
  expect(stateOf(idOf('accurate.invoice'))).toMatchObject({ state: 'closed', closedReason: 'dicatat sendiri' })
  expect(stateOf(idOf('accurate.receipt/0'))).toMatchObject({ state: 'closed', closedReason: 'dicatat sendiri' })
  expect(stateOf(idOf('forstok.order'))).toMatchObject({ state: 'unknown', dueAtMs: TEN_O_CLOCK_MS })
})
