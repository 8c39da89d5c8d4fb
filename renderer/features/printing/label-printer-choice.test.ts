import { expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../../../shared/domain/document-kind.ts'
import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { labelPrinterChoice } from './label-printer-choice.ts'
import { withNewPrinter, withRoute } from './printer-changes.ts'
import { labelPrinterFixture, receiptPrinterFixture } from './printer-fixture.ts'

const EMPTY: PrinterSettings = {
  version: 2,
  printers: [],
  routes: DOCUMENT_KINDS.map((document) => ({ document, printerId: null })),
}
const shop = (...printers: readonly Printer[]): PrinterSettings => printers.reduce(withNewPrinter, EMPTY)
const receipt = receiptPrinterFixture()
const label = labelPrinterFixture()

test('offers label printers first and rolls after them, and leaves the job to the rule until one is chosen', () => {
  const settings = shop(receipt, label)
  const offered = labelPrinterChoice(settings, 'shelf-tag', null)
  expect(offered.printers.map(({ id }) => id)).toEqual(['label', 'receipt'])
  expect(offered.printer?.id).toBe('label')
  expect(offered.printerId).toBeNull()
  expect(labelPrinterChoice(settings, 'shelf-tag', 'receipt')).toMatchObject({
    printer: { id: 'receipt' },
    printerId: 'receipt',
  })
})

test('takes a roll where the rule names it, and where there is nothing else', () => {
  const routed = withRoute(shop(receipt, label), 'pdf', 'receipt')
  expect(labelPrinterChoice(routed, 'pdf', null)).toMatchObject({ printer: { id: 'receipt' }, printerId: null })
  expect(labelPrinterChoice(shop(receipt), 'product-label', null)).toMatchObject({
    printer: { id: 'receipt' },
    printerId: 'receipt',
  })
  expect(labelPrinterChoice(EMPTY, 'product-label', null).printer).toBeUndefined()
})

test('keeps shipping labels off rolls', () => {
  expect(labelPrinterChoice(shop(receipt, label), 'label', null).printers.map(({ id }) => id)).toEqual(['label'])
})
