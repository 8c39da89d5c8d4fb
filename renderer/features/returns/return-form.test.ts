import { describe, expect, test } from 'vitest'
import { sampleLine, sampleSale } from '../../../shared/documents/sample-sale.ts'
import { basketReturnOf, changeDraft, draftReturn, draftWholeReturn, readQuantity, readReturn } from './return-form.ts'

const sale = sampleSale({
  lines: [sampleLine('A', 'Air', 6, 2_000), { ...sampleLine('B', 'Beras', 2, 12_000), soldBy: 'weight' }],
})
const history = { sale, returns: [] }

describe('the form of a return', () => {
  test('takes nothing back until a quantity is typed', () => {
    expect(readReturn(draftReturn(history), history)).toEqual({ lines: [], problems: new Map(), amount: 0 })
  })

  test('received and restocked follow the quantity until they are changed', () => {
    const drafts = changeDraft(draftReturn(history), 0, { quantity: '2' })
    expect(readReturn(drafts, history).lines[0]?.returned).toMatchObject({ received: 2, restocked: 2 })
    const damaged = changeDraft(drafts, 0, { restocked: '0' })
    expect(readReturn(damaged, history).lines[0]?.returned).toMatchObject({ received: 2, restocked: 0 })
    const notReceived = changeDraft(drafts, 0, { received: '1' })
    expect(readReturn(notReceived, history).lines[0]?.returned).toMatchObject({ received: 1, restocked: 1 })
  })

  test('what is damaged is not restocked, and what never arrived is not received, unless typed otherwise', () => {
    const drafts = changeDraft(draftReturn(history), 0, { quantity: '2', reason: 'Barang Rusak' })
    expect(readReturn(drafts, history).lines[0]?.returned).toMatchObject({ received: 2, restocked: 0 })
    const lost = changeDraft(drafts, 0, { reason: 'Barang Tidak Sampai Pada Pembeli' })
    expect(readReturn(lost, history).lines[0]?.returned).toMatchObject({ received: 0, restocked: 0 })
    const mended = changeDraft(drafts, 0, { restocked: '1' })
    expect(readReturn(mended, history).lines[0]?.returned).toMatchObject({ received: 2, restocked: 1 })
  })

  test('shows what goes back', () => {
    const drafts = changeDraft(changeDraft(draftReturn(history), 0, { quantity: '2' }), 1, { quantity: '0,5' })
    expect(readReturn(drafts, history).amount).toBe(10_000)
  })

  test('names what is wrong at its line and keeps the others', () => {
    const drafts = changeDraft(changeDraft(draftReturn(history), 0, { quantity: '7' }), 1, { quantity: '1' })
    const read = readReturn(drafts, history)
    expect([...read.problems.keys()]).toEqual([0])
    expect(read.lines.map((line) => line.sku)).toEqual(['B'])
    expect(readReturn(changeDraft(drafts, 0, { quantity: 'dua' }), history).problems.get(0)?.en).toContain('number')
  })

  test('everything at once is the whole sale', () => {
    const read = readReturn(draftWholeReturn(history), history)
    expect(read.amount).toBe(sale.total)
    expect(basketReturnOf(history, read.lines).of).toEqual({
      saleId: sale.id,
      number: sale.number,
      kind: 'walk-in',
      route: 'both-not-linked',
    })
  })

  test('reads decimals with a comma or a dot, at most three', () => {
    expect(['1', '0,5', '0.125', '1,2345', '', '-1', '1e3'].map(readQuantity)).toEqual([
      1,
      0.5,
      0.125,
      null,
      null,
      null,
      null,
    ])
  })
})
