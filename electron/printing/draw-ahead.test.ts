import { expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { success } from '../../shared/domain/result.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { drawingAhead } from './draw-ahead.ts'
import type { RenderRequest } from './render-document.ts'

const request = (page: 'test' | 'ruler', name = 'Struk'): RenderRequest => ({
  content: { type: 'test-page', page },
  document: 'test-page',
  isCopy: false,
  printer: receiptPrinter('r', name, { type: 'spooler', name: 'R' }),
  designs: DEFAULT_DESIGNS,
})
/** Counts drawings; the first `faults` of them break. */
const counting = (faults = 0) => {
  const drawn: string[] = []
  const ahead = drawingAhead(async ({ content, printer }) => {
    drawn.push(`${content.type === 'test-page' ? content.page : ''} ${printer.name}`)
    if (drawn.length <= faults) throw new Error('the worker died')
    return success(Buffer.from(drawn.at(-1) ?? ''))
  })
  return { drawn, ...ahead }
}

test('what was drawn ahead is not drawn again, once', async () => {
  const { drawn, render, drawAhead } = counting()
  drawAhead(request('test'))
  expect(drawn).toEqual(['test Struk'])
  expect(await render(structuredClone(request('test')))).toEqual(success(Buffer.from('test Struk')))
  expect(drawn).toHaveLength(1)
  await render(request('test'))
  expect(drawn).toHaveLength(2)
})

test('anything that differs is drawn for itself', async () => {
  const { drawn, render, drawAhead } = counting()
  drawAhead(request('test'))
  await render(request('ruler'))
  await render(request('test', 'Dapur'))
  expect(drawn).toEqual(['test Struk', 'ruler Struk', 'test Dapur'])
})

test('what broke when it was drawn ahead is drawn again', async () => {
  const { drawn, render, drawAhead } = counting(1)
  drawAhead(request('test'))
  expect(await render(request('test'))).toEqual(success(Buffer.from('test Struk')))
  expect(drawn).toHaveLength(2)
})

test('what nobody comes for is forgotten, the oldest first', async () => {
  const { drawn, render, drawAhead } = counting()
  for (const name of ['1', '2', '3', '4']) drawAhead(request('test', name))
  await render(request('test', '2'))
  expect(drawn).toHaveLength(4)
  await render(request('test', '1'))
  expect(drawn).toHaveLength(5)
})
