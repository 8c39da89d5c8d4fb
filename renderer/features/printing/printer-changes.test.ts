import { describe, expect, test } from 'vitest'
import { printerFor } from '../../../shared/domain/printer.ts'
import { tidySettings, withoutPrinter, withPrinter, withRoute } from './printer-changes.ts'
import { canTakeOver, fitsDocument, printersElsewhere, substitutesFor } from './printer-fits.ts'
import { NO_PRINTERS } from '../../../shared/domain/usual-printers.ts'
import { labelPrinterFixture, receiptPrinterFixture, shopFixture } from './printer-fixture.ts'
import { PAPER_PRESETS } from './paper-presets.ts'

const receipt = receiptPrinterFixture()
const label = labelPrinterFixture()
const small = labelPrinterFixture({ id: 'small', name: 'Kecil', media: PAPER_PRESETS['40x30x2'] })
const spare = labelPrinterFixture({ id: 'spare', name: 'Cadangan' })

describe('a new printer', () => {
  test('takes the documents that fit its paper and that nobody takes yet', () => {
    const settings = shopFixture(receipt, label, small)
    expect(printerFor(settings, 'receipt')?.id).toBe('receipt')
    expect(printerFor(settings, 'label')?.id).toBe('label')
    expect(printerFor(settings, 'pdf')?.id).toBe('label')
  })

  test('with a roll leaves labels to a label printer that comes later', () => {
    const alone = shopFixture(receipt)
    for (const document of ['label', 'product-label', 'shelf-tag', 'pdf'] as const) {
      expect(printerFor(alone, document)).toBeNull()
    }
  })
})

describe('paper', () => {
  test('decides what a printer takes', () => {
    expect(fitsDocument('pick-list', receipt.media)).toBe(true)
    expect(fitsDocument('label', receipt.media)).toBe(false)
    expect(fitsDocument('shelf-tag', small.media)).toBe(true)
    expect(fitsDocument('receipt', label.media)).toBe(false)
    expect(fitsDocument('test-page', label.media)).toBe(true)
    expect(fitsDocument('shift-report', label.media)).toBe(false)
  })

  test.each(['product-label', 'shelf-tag', 'pdf'] as const)('of a roll takes a %s too, to be cut off', (document) => {
    expect(fitsDocument(document, receipt.media)).toBe(true)
    expect(fitsDocument(document, label.media)).toBe(true)
    const settings = withRoute(shopFixture(receipt, label, spare), document, 'receipt')
    expect(printerFor(withPrinter(settings, receipt), document)?.id).toBe('receipt')
    const elsewhere = printersElsewhere(settings, { printerId: 'label', document })
    expect(elsewhere.map(({ id }) => id)).toEqual(['receipt', 'spare'])
    expect(printersElsewhere(settings, { printerId: null, document }).map(({ id }) => id)).toEqual(['label', 'spare'])
  })

  test('of a substitute is of the same sort and at least as large', () => {
    expect(canTakeOver(label.media, small.media)).toBe(false)
    expect(canTakeOver(small.media, label.media)).toBe(true)
    expect(canTakeOver(receipt.media, PAPER_PRESETS.roll58)).toBe(true)
    expect(canTakeOver(receipt.media, label.media)).toBe(false)
  })
})

describe('substitutes', () => {
  const settings = shopFixture(receipt, label, small, spare)

  test('are offered only where the paper fits', () => {
    expect(substitutesFor(settings, label).map(({ id }) => id)).toEqual(['spare'])
    expect(substitutesFor(settings, receipt)).toEqual([])
  })

  test('never make a ring, not even over a third printer', () => {
    const third = labelPrinterFixture({ id: 'third', substituteId: 'spare' })
    const chained = shopFixture(label, { ...spare, substituteId: 'label' }, third)
    expect(substitutesFor(chained, label)).toEqual([])
  })

  test('end when the paper of the substitute no longer fits', () => {
    const diverted = withPrinter(settings, { ...label, substituteId: 'spare' })
    expect(printerFor(diverted, 'label')?.id).toBe('spare')
    const changed = withPrinter(diverted, { ...spare, media: PAPER_PRESETS['50x30'] })
    expect(printerFor(changed, 'label')?.id).toBe('label')
  })
})

describe('a printer that changes or goes', () => {
  const settings = shopFixture(receipt, label, spare)

  test('gives up what no longer fits its paper', () => {
    const changed = withPrinter(settings, { ...label, language: 'escpos', media: PAPER_PRESETS.roll80 })
    expect(printerFor(changed, 'label')).toBeNull()
    expect(printerFor(changed, 'receipt')?.id).toBe('receipt')
  })

  test('leaves no rule and no substitute behind', () => {
    const diverted = withPrinter(settings, { ...spare, substituteId: 'label' })
    const gone = withoutPrinter(diverted, 'label')
    expect(gone.routes.every(({ printerId }) => printerId !== 'label')).toBe(true)
    expect(gone.printers.every(({ substituteId }) => substituteId === null)).toBe(true)
  })

  test('can be chosen for one kind of document and for none', () => {
    expect(printerFor(withRoute(settings, 'pdf', 'spare'), 'pdf')?.id).toBe('spare')
    expect(printerFor(withRoute(settings, 'pdf', null), 'pdf')).toBeNull()
  })
})

test('a job can go to other printers of its paper, not to the one where it was', () => {
  const settings = shopFixture(receipt, label, small, spare)
  expect(printersElsewhere(settings, { printerId: 'label', document: 'label' }).map(({ id }) => id)).toEqual(['spare'])
  expect(printersElsewhere(settings, { printerId: null, document: 'receipt' })).toEqual([])
  expect(printersElsewhere(settings, { printerId: 'label', document: 'product-label' }).map(({ id }) => id)).toEqual([
    'receipt',
    'spare',
  ])
  expect(printersElsewhere(settings, { printerId: 'gone', document: 'label' }).map(({ id }) => id)).toEqual([
    'label',
    'small',
    'spare',
  ])
})

test('settings in which two printers have one id are refused', () => {
  expect(tidySettings({ ...NO_PRINTERS, printers: [label, label] })).toBeNull()
})
