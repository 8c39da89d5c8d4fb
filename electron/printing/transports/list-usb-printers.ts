import { readFile } from 'node:fs/promises'
import type { PrinterLanguage } from '../../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { errorWords } from '../transport.ts'
import { languageOf, parseIeee1284Id } from './ieee1284-id.ts'
import { openUsbPrinter, readUsbDeviceId } from './open-usb-printer.ts'
import { usbInterfacePath } from './usb-driver.ts'
import { loadUsb, type UsbDevicePort, type UsbPort } from './usb-port.ts'
import { printerInterfaceOf, type UsbPrinterInterface } from './usb-printer-interface.ts'

/** A USB printer that is plugged in; maker and model as it says itself, empty where it does not. */
export type UsbPrinter = {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber: string | null
  readonly maker: string
  readonly model: string
  readonly commandSet: readonly string[]
  readonly language: PrinterLanguage | null
}

/** Reads a small file of the system; null when there is none. */
export type ReadSystemFile = (path: string) => Promise<string | null>

const readSystemFile: ReadSystemFile = async (path) => {
  try {
    return await readFile(path, 'latin1')
  } catch {
    return null
  }
}

/**
 * The USB printers of this computer. Those that keep their description to themselves are opened and asked, unless `opensThem`
 * is false: that takes them from a job for a moment. The failure is the system's words, e.g. where there is no USB at all.
 */
export const listUsbPrinters = async (
  load: () => Promise<UsbPort> = loadUsb,
  readFileOf: ReadSystemFile = readSystemFile,
  opensThem = true,
): Promise<Result<UsbPrinter[], string>> => {
  try {
    const printers: UsbPrinter[] = []
    for (const device of await (await load()).getDevices()) {
      const face = printerInterfaceOf(device)
      if (face !== null) printers.push(describePrinter(device, await readId(device, face, readFileOf, opensThem)))
    }
    return success(printers)
  } catch (error) {
    return failure(errorWords(error))
  }
}

const describePrinter = (device: UsbDevicePort, deviceId: string): UsbPrinter => {
  const { maker, model, commandSet } = parseIeee1284Id(deviceId)
  return {
    vendorId: device.vendorId,
    productId: device.productId,
    serialNumber: device.serialNumber ?? null,
    maker: maker === '' ? (device.manufacturerName ?? '') : maker,
    model: model === '' ? (device.productName ?? '') : model,
    commandSet,
    language: languageOf(commandSet),
  }
}

/** Looking must not disturb a job: Linux's driver keeps the id in a file, and a printer that is in use is not taken from anyone. */
const readId = async (
  device: UsbDevicePort,
  { interfaceNumber }: UsbPrinterInterface,
  readFileOf: ReadSystemFile,
  opensThem: boolean,
): Promise<string> => {
  const path = `${usbInterfacePath(device, interfaceNumber)}/ieee1284_id`
  const kept = process.platform === 'linux' ? await readFileOf(path) : null
  if (kept !== null) return kept
  if (!opensThem) return ''
  const opened = await openUsbPrinter(device, { takesFromDriver: false })
  if (!opened.ok) return ''
  try {
    const id = await readUsbDeviceId(opened.value)
    return id.ok ? id.value : ''
  } finally {
    await opened.value.giveBack()
  }
}

/**
 * Tells of every USB device that is plugged in or pulled, until stopped. The failure is the system's words; asked first,
 * since the library throws its own outside of any call where the system has no USB.
 */
export const watchUsb = async (
  onChanged: () => void,
  load: () => Promise<UsbPort> = loadUsb,
): Promise<Result<() => void, string>> => {
  try {
    const usb = await load()
    await usb.getDevices()
    const listener = (): void => onChanged()
    usb.addEventListener('connect', listener)
    usb.addEventListener('disconnect', listener)
    return success(() => {
      usb.removeEventListener('connect', listener)
      usb.removeEventListener('disconnect', listener)
    })
  } catch (error) {
    return failure(errorWords(error))
  }
}

type WatchUsb = (onChanged: () => void) => Promise<Result<() => void, string>>

/** A printer that was plugged in has its description, its device file and its rights a moment later. */
const SETTLE_MS = 800

/** Watches USB as `watch` does, and also tells once when what came or went has settled. */
export const tellingOfPlugging =
  (watch: WatchUsb, tell: () => Promise<void>, onBroken: (words: string) => void, settleMs = SETTLE_MS): WatchUsb =>
  async (onChanged) => {
    let timer: NodeJS.Timeout | undefined
    const watching = await watch(() => {
      onChanged()
      clearTimeout(timer)
      timer = setTimeout(() => {
        tell().catch((error: unknown) => onBroken(errorWords(error)))
      }, settleMs)
      timer.unref()
    })
    if (!watching.ok) return watching
    return success(() => {
      clearTimeout(timer)
      watching.value()
    })
  }
