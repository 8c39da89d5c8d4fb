import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { errorWords, type PortStatus } from '../transport.ts'
import { parsePortStatus } from './device-port-status.ts'
import { decodeIeee1284Id } from './ieee1284-id.ts'
import { troubleOfOpening } from './trouble-of-error.ts'
import { usbHolderOf, type UsbHolder } from './usb-driver.ts'
import type { UsbDevicePort } from './usb-port.ts'
import { printerInterfaceOf, type UsbPrinterInterface } from './usb-printer-interface.ts'

/** A printer that is ours until it is given back. */
export type OpenUsbPrinter = {
  readonly device: UsbDevicePort
  readonly face: UsbPrinterInterface
  /** An endpoint stalled; it is freed before the printer is given back, so that the next job goes. */
  readonly noteHalt: (direction: 'in' | 'out') => void
  /** Lets other programs have it again. What fails here is only ever felt, and told, when it is opened next. */
  readonly giveBack: () => Promise<void>
}

const CONTROL_TIMEOUT_MS = 1000
/** USB printer class, requests GET_DEVICE_ID and GET_PORT_STATUS. */
const GET_DEVICE_ID = 0x00
const GET_PORT_STATUS = 0x01

/** Takes a printer from the system. `takesFromDriver` takes it from Linux's own printer driver too, and gives it back to that. */
export const openUsbPrinter = async (
  device: UsbDevicePort,
  options: { readonly takesFromDriver: boolean },
  holderOf: (device: UsbDevicePort, interfaceNumber: number) => Promise<UsbHolder> = usbHolderOf,
): Promise<Result<OpenUsbPrinter, PrintTrouble>> => {
  const face = printerInterfaceOf(device)
  if (face === null) return failure(printTrouble('not-found', 'no printer interface'))
  const { interfaceNumber, alternateSetting } = face
  const halts = new Set<'in' | 'out'>()
  const undo: (() => Promise<void>)[] = []
  const giveBack = async (): Promise<void> => {
    for (const direction of halts) {
      const endpoint = direction === 'out' ? face.outEndpoint : face.inEndpoint?.number
      if (endpoint !== undefined) await device.clearHalt(direction, endpoint).catch(() => undefined)
    }
    for (const step of undo.splice(0).toReversed()) await step().catch(() => undefined)
  }
  try {
    await device.open()
    undo.push(() => device.close())
    const holder = options.takesFromDriver ? await holderOf(device, interfaceNumber) : 'nobody'
    if (holder === 'other-program') {
      await giveBack()
      return failure(printTrouble('busy'))
    }
    if (holder === 'driver') {
      await device.detachKernelDriver(interfaceNumber)
      undo.push(() => device.attachKernelDriver(interfaceNumber))
    }
    await device.claimInterface(interfaceNumber)
    undo.push(() => device.releaseInterface(interfaceNumber))
    if (alternateSetting !== 0) await device.selectAlternateInterface(interfaceNumber, alternateSetting)
    return success({ device, face, noteHalt: (direction) => halts.add(direction), giveBack })
  } catch (error) {
    await giveBack()
    return failure(troubleOfOpening(error))
  }
}

/**
 * Ends the transfers that are under way: Linux gives up those of whoever loses an interface. Elsewhere nothing does, and they
 * end when their own time is over.
 */
export const abandonTransfers = async ({ device, face }: OpenUsbPrinter): Promise<void> => {
  await device.detachKernelDriver(face.interfaceNumber).catch(() => undefined)
}

/** The port's status line, readable even while the printer takes no data; null when it does not say. */
export const readUsbPortStatus = async ({ device, face }: OpenUsbPrinter): Promise<PortStatus | null> => {
  const setup = { requestType: 'class', recipient: 'interface', request: GET_PORT_STATUS, value: 0 } as const
  try {
    const { data } = await device.controlTransferIn({ ...setup, index: face.interfaceNumber }, 1, CONTROL_TIMEOUT_MS)
    return data === undefined || data.byteLength === 0 ? null : parsePortStatus(data.getUint8(0))
  } catch {
    // Printers may refuse it; that means nothing.
    return null
  }
}

/** The IEEE-1284 id as the printer gives it, or the system's words why not. */
export const readUsbDeviceId = async ({ device, face }: OpenUsbPrinter): Promise<Result<string, string>> => {
  const setup = { requestType: 'class', recipient: 'interface', request: GET_DEVICE_ID, value: 0 } as const
  const index = (face.interfaceNumber << 8) | face.alternateSetting
  try {
    const { data } = await device.controlTransferIn({ ...setup, index }, 1024, CONTROL_TIMEOUT_MS)
    if (data === undefined) return failure('no answer')
    return success(decodeIeee1284Id(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)))
  } catch (error) {
    return failure(errorWords(error))
  }
}
