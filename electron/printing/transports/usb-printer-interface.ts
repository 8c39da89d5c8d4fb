import type { TransportSettings } from '../../../shared/domain/printer.ts'
import type { UsbAlternatePort, UsbDevicePort } from './usb-port.ts'

/** How a USB printer is found again. */
export type UsbSettings = Omit<Extract<TransportSettings, { type: 'usb' }>, 'type'>

/** Where a USB printer takes its bytes. */
export type UsbPrinterInterface = {
  readonly interfaceNumber: number
  readonly alternateSetting: number
  readonly outEndpoint: number
  /** Null for printers that only listen. */
  readonly inEndpoint: { readonly number: number; readonly packetSize: number } | null
}

const PRINTER_CLASS = 7
/** IPP over USB, which carries HTTP instead of a printer's language. */
const IPP_PROTOCOL = 4

/** The interface of class 7 of a device, in the alternate setting that can answer where there is one; null for no printer. */
export const printerInterfaceOf = (device: UsbDevicePort): UsbPrinterInterface | null => {
  const found = (device.configuration?.interfaces ?? []).flatMap(({ interfaceNumber, alternates }) =>
    alternates.flatMap((alternate) => describe(interfaceNumber, alternate) ?? []),
  )
  return found.find(({ inEndpoint }) => inEndpoint !== null) ?? found[0] ?? null
}

const describe = (
  interfaceNumber: number,
  { interfaceClass, interfaceProtocol, alternateSetting, endpoints }: UsbAlternatePort,
): UsbPrinterInterface | null => {
  if (interfaceClass !== PRINTER_CLASS || interfaceProtocol === IPP_PROTOCOL) return null
  const bulk = endpoints.filter(({ type }) => type === 'bulk')
  const out = bulk.find(({ direction }) => direction === 'out')
  const back = bulk.find(({ direction }) => direction === 'in')
  if (out === undefined) return null
  return {
    interfaceNumber,
    alternateSetting,
    outEndpoint: out.endpointNumber,
    inEndpoint: back === undefined ? null : { number: back.endpointNumber, packetSize: back.packetSize },
  }
}

/** The device of these settings: by its serial number, or the first of its maker and model when none is known. */
export const findUsbDevice = (
  devices: readonly UsbDevicePort[],
  { vendorId, productId, serialNumber }: UsbSettings,
): UsbDevicePort | null =>
  devices.find(
    (device) =>
      device.vendorId === vendorId &&
      device.productId === productId &&
      (serialNumber === null || (device.serialNumber ?? null) === serialNumber),
  ) ?? null
