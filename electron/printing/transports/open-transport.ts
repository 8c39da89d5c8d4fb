import type { TransportSettings } from '../../../shared/domain/printer.ts'
import type { Transport } from '../transport.ts'
import { createCupsTransport } from './cups-transport.ts'
import { createDeviceTransport } from './device-transport.ts'
import { createFileTransport } from './file-transport.ts'
import { createSerialTransport } from './serial-transport.ts'
import { createSpoolerTransport } from './spooler-transport.ts'
import { createTcpTransport } from './tcp-transport.ts'
import { createUsbTransport } from './usb-transport.ts'

/** The way to a printer of these settings. Nothing is opened, and no native code loaded, before it is used. */
export const openTransport = (settings: Exclude<TransportSettings, { type: 'practice' }>): Transport => {
  if (settings.type === 'tcp') return createTcpTransport(settings)
  if (settings.type === 'usb') return createUsbTransport(settings)
  if (settings.type === 'device') return createDeviceTransport(settings.path)
  if (settings.type === 'serial') return createSerialTransport(settings)
  if (settings.type === 'spooler') return createSpoolerTransport(settings.name)
  if (settings.type === 'cups') return createCupsTransport(settings.queue)
  return createFileTransport(settings.folder)
}
