import { expect, test } from 'vitest'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import { addPage, numberPages } from './printed-pages.ts'

const page = (id: string, document: PracticePage['document'], printedAtMs: number): PracticePage => ({
  id,
  document,
  printedAtMs,
  widthDots: 384,
  heightDots: 600,
  byteCount: 100,
  imageUrl: 'data:image/png;base64,AA==',
})

test('numbers each kind of document apart, the newest is 1', () => {
  const numbered = numberPages([
    page('a', 'receipt', 1),
    page('b', 'label', 2),
    page('c', 'receipt', 3),
    page('d', 'shelf-tag', 4),
  ])
  expect(numbered.map(({ page: { id }, place }) => [id, place])).toEqual([
    ['d', 1],
    ['c', 1],
    ['b', 1],
    ['a', 2],
  ])
})

test('takes a page once although both the list and the event bring it', () => {
  const known = [page('a', 'receipt', 1)]
  expect(addPage(known, page('a', 'receipt', 1))).toBe(known)
  expect(addPage(known, page('b', 'receipt', 2))).toHaveLength(2)
})
