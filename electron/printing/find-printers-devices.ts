import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundPrinter } from '../../shared/ipc/printer-settings.ts'
import { languageOf, parseIeee1284Id } from './transports/ieee1284-id.ts'

/** Where Linux keeps its printer devices and what it knows of them. */
export type DeviceFolders = { readonly devices: string; readonly descriptions: string }

const LINUX: DeviceFolders = { devices: '/dev/usb', descriptions: '/sys/class/usbmisc' }

/** The printers of Linux's own printer driver, each as its device file; none where there is no such driver. */
export const findDevicePrinters = async (folders: DeviceFolders = LINUX): Promise<readonly FoundPrinter[]> => {
  const names = (await listNames(folders.devices)).filter((name) => /^lp\d+$/u.test(name))
  return Promise.all(names.toSorted().map((name) => describe(name, folders)))
}

const describe = async (name: string, { devices, descriptions }: DeviceFolders): Promise<FoundPrinter> => {
  const path = join(devices, name)
  const { maker, model, commandSet } = parseIeee1284Id(
    await readText(join(descriptions, name, 'device', 'ieee1284_id')),
  )
  return {
    transport: { type: 'device', path },
    title: printerTitle(maker, model) || path,
    language: languageOf(commandSet),
  }
}

/** Maker and model; many models begin with their maker. Empty when there is neither. */
export const printerTitle = (maker: string, model: string): string =>
  (model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`).trim()

const listNames = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch {
    // No folder, no printers.
    return []
  }
}

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'latin1')
  } catch {
    // Not every printer describes itself.
    return ''
  }
}
