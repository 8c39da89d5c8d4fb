import { expect, test } from 'vitest'
import type { PrinterSettings } from '../../../shared/domain/printer.ts'
import { labelPrinterFixture, receiptPrinterFixture } from './printer-fixture.ts'
import { changesNothing, comparePrinters, readPrinterFile } from './printer-import.ts'

const receipt = receiptPrinterFixture()
const label = labelPrinterFixture()
const NOW: PrinterSettings = {
  version: 2,
  printers: [receipt, label],
  routes: [
    { document: 'receipt', printerId: 'receipt' },
    { document: 'label', printerId: 'label' },
  ],
}

test('a file that was written from the settings changes nothing', () => {
  const read = readPrinterFile(JSON.stringify(NOW, null, 2))
  expect(read).toEqual(NOW)
  expect(changesNothing(comparePrinters(NOW, read ?? NOW))).toBe(true)
})

test("a file of a serial port without its adapter's number is read, kept by its path", () => {
  const transport = { type: 'serial', path: 'COM5', baudRate: 9600 } as const
  const read = readPrinterFile(JSON.stringify({ ...NOW, printers: [{ ...receipt, transport }, label] }))
  expect(read?.printers[0]?.transport).toEqual({ ...transport, serialNumber: null })
})

test('says what is added, changed, removed and goes elsewhere', () => {
  const darker = { ...label, darkness: 12 }
  const other = labelPrinterFixture({ id: 'other', name: 'Lain' })
  const next: PrinterSettings = {
    ...NOW,
    printers: [darker, other],
    routes: [{ document: 'label', printerId: 'other' }],
  }
  expect(comparePrinters(NOW, next)).toEqual({
    added: [other],
    changed: [{ before: label, after: darker }],
    removed: [receipt],
    unchanged: [],
    rerouted: [
      { document: 'receipt', to: null },
      { document: 'label', to: other },
    ],
  })
})

test.each(['', 'not json', '{}', '{"version":2,"printers":[{}],"routes":[]}', JSON.stringify({ ...NOW, version: 1 })])(
  'refuses %j',
  (text) => {
    expect(readPrinterFile(text)).toBeNull()
  },
)

test('points no rule at a printer that the file does not have', () => {
  const read = readPrinterFile(JSON.stringify({ ...NOW, printers: [receipt] }))
  expect(read?.routes).toContainEqual({ document: 'label', printerId: null })
})
