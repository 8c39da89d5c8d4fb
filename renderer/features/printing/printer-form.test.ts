import { describe, expect, test } from 'vitest'
import type { PrinterSettings } from '../../../shared/ipc/printer-settings.ts'
import { draftPrinters, readPrinterDraft } from './printer-form.ts'

const STORED: PrinterSettings = {
  receipt: { transport: { type: 'tcp', host: '192.168.1.50', port: 9100 }, paperWidthMm: 80, opensDrawer: true },
  label: {
    transport: { type: 'device', path: '/dev/usb/lp0' },
    dpi: 203,
    gapMm: 2.5,
    darkness: 8,
    speedInchesPerSecond: 4,
  },
}

describe('the printer form', () => {
  test('gives stored settings back unchanged', () => {
    expect(readPrinterDraft(draftPrinters(STORED))).toEqual({ settings: STORED, problems: {} })
  })

  test('takes a comma in the gap', () => {
    const draft = draftPrinters(STORED)
    const { settings } = readPrinterDraft({ ...draft, label: { ...draft.label, gapMm: '3,5' } })
    expect(settings?.label.gapMm).toBe(3.5)
  })

  test('names each wrong field and gives no settings', () => {
    const draft = draftPrinters(STORED)
    const { settings, problems } = readPrinterDraft({
      receipt: { ...draft.receipt, transport: { ...draft.receipt.transport, host: 'not a host', port: '70000' } },
      label: {
        ...draft.label,
        transport: { ...draft.label.transport, path: 'usb' },
        gapMm: '21',
        darkness: '16',
        speedInchesPerSecond: '0',
      },
    })
    expect(settings).toBeNull()
    expect(problems).toEqual({
      'receipt.host': 'host',
      'receipt.port': 'port',
      'label.path': 'path',
      'label.gapMm': 'gapMm',
      'label.darkness': 'darkness',
      'label.speed': 'speed',
    })
  })

  test('does not look at the fields of a transport that is not chosen', () => {
    const draft = draftPrinters(STORED)
    const transport = { type: 'practice', host: '', port: 'x', path: '' } as const
    const { problems } = readPrinterDraft({ ...draft, receipt: { ...draft.receipt, transport } })
    expect(problems).toEqual({})
  })
})
