import { expect, test } from 'vitest'
import { labelPrinterChoice } from './label-printer-choice.ts'
import { withRoute } from './printer-changes.ts'
import { NO_PRINTERS } from '../../../shared/domain/usual-printers.ts'
import { labelPrinterFixture, receiptPrinterFixture, shopFixture } from './printer-fixture.ts'

const receipt = receiptPrinterFixture()
const label = labelPrinterFixture()

test('offers label printers first and rolls after them, and leaves the job to the rule until one is chosen', () => {
  const settings = shopFixture(receipt, label)
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
  const routed = withRoute(shopFixture(receipt, label), 'pdf', 'receipt')
  expect(labelPrinterChoice(routed, 'pdf', null)).toMatchObject({ printer: { id: 'receipt' }, printerId: null })
  expect(labelPrinterChoice(shopFixture(receipt), 'product-label', null)).toMatchObject({
    printer: { id: 'receipt' },
    printerId: 'receipt',
  })
  expect(labelPrinterChoice(NO_PRINTERS, 'product-label', null).printer).toBeUndefined()
})

test('keeps shipping labels off rolls', () => {
  expect(labelPrinterChoice(shopFixture(receipt, label), 'label', null).printers.map(({ id }) => id)).toEqual(['label'])
})
