import { describe, expect, test } from 'vitest'
import type { Printer, TransportSettings } from '../../../shared/domain/printer.ts'
import { PAPER_PRESET_NAMES, PAPER_PRESETS } from './paper-presets.ts'
import { chooseLanguage, draftPrinter, newPrinter, readPrinterDraft } from './printer-draft.ts'
import { labelPrinterFixture, receiptPrinterFixture } from './printer-fixture.ts'
import { emptyTransport } from './transport-draft.ts'

const WAYS: readonly TransportSettings[] = [
  { type: 'practice' },
  { type: 'tcp', host: '192.168.1.50', port: 9100 },
  { type: 'usb', vendorId: 0x0483, productId: 0x5743, serialNumber: 'SN0001' },
  { type: 'device', path: '/dev/usb/lp1' },
  { type: 'serial', path: 'COM3', baudRate: 115_200, serialNumber: 'A10K0XYZ' },
  { type: 'spooler', name: 'Xprinter XP-420B' },
  { type: 'cups', queue: 'LABEL' },
  { type: 'file', folder: '/tmp/cetak' },
]

const read = (printer: Printer, others: readonly Printer[] = []) =>
  readPrinterDraft(draftPrinter(printer), printer, others)

describe('the form of a printer', () => {
  test.each(WAYS)('gives a printer on $type back unchanged', (transport) => {
    for (const media of PAPER_PRESET_NAMES.map((name) => PAPER_PRESETS[name])) {
      const printer = labelPrinterFixture({ transport, media })
      expect(read(printer)).toEqual({ printer, problems: [] })
    }
  })

  test('takes commas in a size of its own', () => {
    const base = labelPrinterFixture()
    const draft = draftPrinter(base)
    const paper = { ...draft.paper, preset: 'own', widthMm: '33,5', heightMm: '15.5', separatorMm: '2,5' } as const
    const { printer } = readPrinterDraft({ ...draft, paper }, base, [])
    expect(printer?.media).toMatchObject({ widthMm: 33.5, heightMm: 15.5, separator: { type: 'gap', gapMm: 2.5 } })
  })

  test('names every wrong field at once', () => {
    const base = labelPrinterFixture()
    const draft = draftPrinter(base)
    const transport = { ...emptyTransport('tcp'), host: 'not a host', port: '70000' }
    const paper = {
      ...draft.paper,
      preset: 'own',
      across: '2',
      widthMm: '9',
      heightMm: 'x',
      columnGapMm: '21',
    } as const
    const wrong = readPrinterDraft({ ...draft, name: ' ', transport, paper }, base, [])
    expect(wrong.printer).toBeNull()
    expect(wrong.problems).toEqual(['name', 'host', 'port', 'widthMm', 'heightMm', 'columnGapMm'])
  })

  test.each(['device', 'serial', 'spooler', 'cups', 'file', 'usb'] as const)('asks where a %s is', (type) => {
    const base = labelPrinterFixture()
    const transport = { ...emptyTransport(type), devicePath: '' }
    expect(readPrinterDraft({ ...draftPrinter(base), transport }, base, []).problems).toHaveLength(1)
  })

  test('refuses the name of another printer, in any case', () => {
    const other = receiptPrinterFixture({ name: 'PRINTER LABEL' })
    expect(read(labelPrinterFixture(), [other]).problems).toEqual(['nameTaken'])
    expect(read(other, [other]).problems).toEqual([])
  })

  test('forgets the number of an adapter when another port is typed, not when its speed changes', () => {
    const serial = { type: 'serial', path: 'COM3', baudRate: 9600, serialNumber: 'A1' } as const
    const base = receiptPrinterFixture({ transport: serial })
    const draft = draftPrinter(base)
    const typed = (fields: Partial<typeof draft.transport>) =>
      readPrinterDraft({ ...draft, transport: { ...draft.transport, ...fields } }, base, []).printer?.transport
    expect(typed({ baudRate: '19200' })).toEqual({ ...serial, baudRate: 19_200 })
    expect(typed({ serialPath: 'COM4' })).toEqual({ ...serial, path: 'COM4', serialNumber: null })
  })

  test('forgets measured dots when the density changes, and keeps them otherwise', () => {
    const base = labelPrinterFixture({ dotsPerMm: 8.05 })
    const draft = draftPrinter(base)
    expect(readPrinterDraft(draft, base, []).printer?.dotsPerMm).toBe(8.05)
    expect(readPrinterDraft({ ...draft, dpi: 300 }, base, []).printer?.dotsPerMm).toBeNull()
  })
})

describe('a new printer', () => {
  test('has the paper that goes with its language', () => {
    const found = { transport: { type: 'cups', queue: 'A' }, title: 'XPRINTER XP-420B', language: 'tspl' } as const
    expect(newPrinter('id', found)).toMatchObject({ name: 'XPRINTER XP-420B', media: { type: 'labels', widthMm: 100 } })
    expect(newPrinter('id', { ...found, language: null }).media.type).toBe('roll')
  })

  test('keeps its paper when only the label language changes', () => {
    const draft = draftPrinter(labelPrinterFixture({ media: PAPER_PRESETS['40x30x2'] }))
    expect(chooseLanguage(draft, 'zpl').paper.preset).toBe('40x30x2')
    expect(chooseLanguage(draft, 'escpos').paper.preset).toBe('roll80')
  })
})
