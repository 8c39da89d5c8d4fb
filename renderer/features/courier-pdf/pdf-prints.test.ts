import { expect, test } from 'vitest'
import type { PrinterMedia } from '../../../shared/domain/printer.ts'
import { choosablePages } from './page-ranges.ts'
import { bestTurn, toPdfPrints } from './pdf-prints.ts'

const labelOf = (widthMm: number, heightMm: number): PrinterMedia => ({
  type: 'labels',
  widthMm,
  heightMm,
  across: 1,
  columnGapMm: 0,
  separator: { type: 'none' },
})

test('a page lies on the label as the label itself does', () => {
  expect(bestTurn({ widthMm: 100, heightMm: 150 }, labelOf(100, 150))).toBe(0)
  expect(bestTurn({ widthMm: 150, heightMm: 100 }, labelOf(100, 150))).toBe(90)
  expect(bestTurn({ widthMm: 150, heightMm: 100 }, labelOf(60, 40))).toBe(0)
  expect(bestTurn({ widthMm: 100, heightMm: 150 }, labelOf(60, 40))).toBe(90)
})

test('chosen pages are printed in the order of the file, whatever the order of choosing', () => {
  const file = { fileName: 'resi.pdf', pdfBase64: 'JVBERg==' }
  const prints = toPdfPrints(file, [3, 1], { turnDegrees: 90, fits: 'content' }, null)
  expect(prints.map(({ subject }) => (subject.type === 'pdf' ? subject.pageNumber : 0))).toEqual([1, 3])
})

test('every page of a mass print becomes a job, those beyond the shown ones too', () => {
  const file = { fileName: 'massal.pdf', pdfBase64: 'JVBERg==' }
  const prints = toPdfPrints(file, choosablePages(300).toReversed(), { turnDegrees: 0, fits: 'content' }, 'label')
  expect(prints.map(({ subject }) => (subject.type === 'pdf' ? subject.pageNumber : 0))).toEqual(choosablePages(300))
  expect(prints.at(-1)).toMatchObject({ document: 'pdf', printerId: 'label', subject: { pageNumber: 300 } })
})
