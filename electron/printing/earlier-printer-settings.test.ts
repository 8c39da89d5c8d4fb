import { describe, expect, test } from 'vitest'
import { printerFor, printerSettingsSchema, type PrinterSettings } from '../../shared/domain/printer.ts'
import { NO_PRINTERS, PRACTICE_PRINTERS } from '../../shared/domain/usual-printers.ts'
import { fromEarlierSettings } from './earlier-printer-settings.ts'

type EarlierWay = { type: 'practice' } | { type: 'tcp'; host: string; port: number } | { type: 'device'; path: string }

const PRACTICE: EarlierWay = { type: 'practice' }
const TCP: EarlierWay = { type: 'tcp', host: '10.0.0.5', port: 9100 }
const DEVICE: EarlierWay = { type: 'device', path: '/dev/usb/lp0' }
const PAIRS = [PRACTICE, TCP, DEVICE].flatMap((receipt) =>
  [PRACTICE, TCP, DEVICE].map((label): [EarlierWay, EarlierWay] => [receipt, label]),
)

/** Settings as the first version wrote them. */
const earlier = (receipt: EarlierWay, label: EarlierWay) => ({
  receipt: { transport: receipt, paperWidthMm: 58, opensDrawer: false },
  label: { transport: label, dpi: 300, gapMm: 2, darkness: 11, speedInchesPerSecond: 3 },
})

/** What receipts and shipping labels are printed with. */
const printersOf = (settings: PrinterSettings | null) =>
  settings === null ? [] : [printerFor(settings, 'receipt'), printerFor(settings, 'label')]

const ROLL = { type: 'roll', paperWidthMm: 58, opensDrawer: false, cuts: true }
const LABELS = { widthMm: 100, heightMm: 150, separator: { type: 'gap', gapMm: 2 } }

describe('printer settings of the first version', () => {
  test.each(PAIRS)('keep their ways and what was set up: %j, %j', (receipt, label) => {
    const settings = fromEarlierSettings(earlier(receipt, label), PRACTICE_PRINTERS)
    expect(printerSettingsSchema.parse(settings)).toEqual(settings)
    expect(printersOf(settings)).toMatchObject([
      { transport: receipt, language: 'escpos', media: ROLL },
      { transport: label, language: 'tspl', dpi: 300, darkness: 11, speedInchesPerSecond: 3, media: LABELS },
    ])
  })

  test('send every kind of document where it went, or where its like went', () => {
    const settings = fromEarlierSettings(earlier(TCP, DEVICE), PRACTICE_PRINTERS)
    expect(settings?.routes.map(({ document, printerId }) => `${document} ${String(printerId)}`)).toEqual([
      'receipt receipt',
      'label label',
      'pick-list receipt',
      'product-label label',
      'shelf-tag label',
      'shift-report receipt',
      'pdf label',
    ])
  })

  test('gain practice mode’s other printers, and none on a register with real services', () => {
    const settings = fromEarlierSettings(earlier(PRACTICE, PRACTICE), PRACTICE_PRINTERS)
    expect(settings?.printers.map(({ id }) => id)).toEqual(PRACTICE_PRINTERS.printers.map(({ id }) => id))
    expect(settings?.printers[2]).toEqual(PRACTICE_PRINTERS.printers[2])
    expect(settings?.routes).toEqual(PRACTICE_PRINTERS.routes)
    expect(fromEarlierSettings(earlier(PRACTICE, PRACTICE), NO_PRINTERS)).toEqual(NO_PRINTERS)
  })

  test.each([
    null,
    {},
    { receipt: {} },
    PRACTICE_PRINTERS,
    { ...earlier(TCP, TCP), label: { transport: TCP } },
    earlier({ type: 'tcp', host: '', port: 9100 }, TCP),
  ])('are nothing else: %j', (raw) => {
    expect(fromEarlierSettings(raw, PRACTICE_PRINTERS)).toBe(null)
  })
})

describe('initial printers', () => {
  test.each([PRACTICE_PRINTERS, NO_PRINTERS])('are settings that can be stored', (settings) => {
    expect(printerSettingsSchema.parse(settings)).toEqual(settings)
    const ids = settings.printers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { printerId } of settings.routes) expect([...ids, null]).toContain(printerId)
  })
})
