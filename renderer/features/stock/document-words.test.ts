import { expect, test } from 'vitest'
import { settle, claim } from '../../../shared/domain/outbox.ts'
import { countDocument } from '../../../shared/domain/stock-document-builders.ts'
import { stepsOwedForStock } from '../../../shared/domain/stock-movements.ts'
import type { StockDocumentRow } from '../../storage/stock-document-store.ts'
import { canDropLines, droppableLines, hasMoreToSend, plainMessage } from './document-words.ts'

const refusedInPart = (dropped: readonly string[]): StockDocumentRow => {
  const goods = ['A', 'B'].map((sku) => ({
    sku,
    name: sku,
    soldBy: 'piece' as const,
    counted: 7,
    countedAtMs: 1,
    expected: 10,
    pulledOnHand: 10,
    pulledAtMs: 1,
    now: { onHand: 10, restIds: [], restQuantity: 0 },
  }))
  const counted = countDocument(goods, {
    id: '00000000-0000-4000-8000-000000000001',
    number: 'K1-S261121-0001',
    register: 'K1',
    by: 'Sari',
    approval: null,
    atMs: 1,
    utcOffsetMinutes: 420,
    warehouseId: 'W',
    note: '',
    route: 'forstok-only',
  })
  if (!counted.ok) throw new Error(counted.error.message.en)
  const attention = { code: 'stock-moved', message: 'B', remedy: { id: '', en: '' }, httpStatus: null }
  const outcome = { type: 'attention', attention, remote: null, settledLines: ['A'] } as const
  const steps = stepsOwedForStock(counted.value).flatMap((step) => {
    const taken = claim({ ...step, dueAtMs: 0 }, { claimId: 'c', nowMs: 1, leaseMs: 1 })
    return taken === null ? [] : (settle(taken.step, 'c', outcome, 2)?.step ?? [])
  })
  const lines = counted.value.lines.map((line) => ({ ...line, isDropped: dropped.includes(line.sku) }))
  return { document: { ...counted.value, lines }, steps }
}

test('of a document that was refused in part only what did not arrive may be called off, or tried again', () => {
  const row = refusedInPart([])
  expect(droppableLines(row).map((line) => line.sku)).toEqual(['B'])
  expect([canDropLines(row), row.steps.every((step) => hasMoreToSend(row, step))]).toEqual([true, true])
  const done = refusedInPart(['B'])
  expect([canDropLines(done), done.steps.some((step) => hasMoreToSend(done, step))]).toEqual([false, false])
})

test.each([
  ['A On Hand 3 [sent A@701 10>15, B@702 3>4]', 'A On Hand 3'],
  ['HTTP 504 [sent A@701 1>2] [open B@701 3>4] [in doubt]', 'HTTP 504'],
  ['the SKU [X] is gone', 'the SKU [X] is gone'],
])('shows %s as %s', (message, shown) => expect(plainMessage(message)).toBe(shown))
