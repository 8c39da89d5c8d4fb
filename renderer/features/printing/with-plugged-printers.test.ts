import { expect, test } from 'vitest'
import type { FoundPrinter } from '../../../shared/ipc/printer-settings.ts'
import { withPluggedPrinters } from './with-plugged-printers.ts'

const found = (title: string, transport: FoundPrinter['transport']): FoundPrinter => ({
  title,
  transport,
  language: null,
})
const OLD = found('old', { type: 'usb', vendorId: 1, productId: 2, serialNumber: 'A' })
const NEW = found('new', { type: 'usb', vendorId: 1, productId: 2, serialNumber: 'B' })
const NETWORK = found('network', { type: 'tcp', host: '10.0.0.9', port: 9100 })
const QUEUE = found('queue', { type: 'cups', queue: 'LABEL' })

test('printers on cables come and go, those on the network and in queues stay', () => {
  const search = { found: [OLD, NETWORK, QUEUE], troubles: [{ way: 'serial' as const, detail: 'none' }] }
  expect(withPluggedPrinters(search, [NEW])).toEqual({ ...search, found: [NEW, NETWORK, QUEUE] })
  expect(withPluggedPrinters(search, [])).toEqual({ ...search, found: [NETWORK, QUEUE] })
})
