import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { waitUntil } from './wait-until.ts'

/** What a printer made of software says of itself. */
export type GadgetIdentity = {
  readonly serialNumber: string
  readonly model: string
  /** The CMD field of its IEEE-1284 id. */
  readonly commands: string
}

/** The numbers that the rig's printers carry: a chip maker's that many clones have. */
export const RIG_VENDOR_ID = 0x0483
export const RIG_PRODUCT_ID = 0x5743

/** A port of the machine; there are two. */
export type RigPort = 0 | 1

/** The USB side of a printer made of software. */
export type RigGadget = {
  /** Its own end, for the firmware; there while it is plugged in. */
  readonly firmwareDevice: string
  /** Switched on and plugged in; resolves when the kernel has it. The firmware must not be running. */
  readonly plugIn: (port: RigPort) => Promise<void>
  /** Switched off, or its cable pulled. The firmware must be stopped before: taking its device away has crashed kernel 6.1. */
  readonly switchOff: () => Promise<void>
  /** Only while it is off. */
  readonly renumber: (serialNumber: string) => void
  /** How many receive buffers of 8 kB it has; only while it is off. */
  readonly giveBuffers: (count: number) => void
  /** When it was last plugged or pulled, on the clock of `performance`. */
  readonly changedAtMs: () => number
  /** Its /dev/usb/lp file; null while it has none. */
  readonly deviceFile: () => string | null
}

const GADGETS = '/sys/kernel/config/usb_gadget'
/** Receive buffers of 8 kB each: 32 kB, less than any label. */
export const SMALL_BUFFERS = 4

/** None where there is no folder; it goes with the last printer, perhaps between two looks. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Every printer file of the usblp driver, with the serial number of the printer behind it. */
export const deviceFiles = (): readonly { readonly path: string; readonly serialNumber: string }[] => {
  const known = '/sys/class/usbmisc'
  return namesIn(known).flatMap((name) => {
    try {
      const device = dirname(realpathSync(`${known}/${name}/device`))
      return [{ path: `/dev/usb/${name}`, serialNumber: readFileSync(`${device}/serial`, 'utf8').trim() }]
    } catch {
      // It went away between the two looks.
      return []
    }
  })
}

/** Describes a printer to the kernel; it is off until it is plugged in. Printers count from 0 in the order of their making. */
export const createRigGadget = (number: number, identity: GadgetIdentity): RigGadget => {
  const folder = `${GADGETS}/printer-${String(number)}`
  let { serialNumber } = identity
  let port: RigPort | null = null
  let changedAtMs = 0
  const put = (path: string, value: string): void => writeFileSync(`${folder}/${path}`, value)
  mkdirSync(folder)
  put('idVendor', String(RIG_VENDOR_ID))
  put('idProduct', String(RIG_PRODUCT_ID))
  for (const part of ['strings/0x409', 'configs/c.1', 'configs/c.1/strings/0x409']) mkdirSync(`${folder}/${part}`)
  const printerFunction = `functions/printer.${String(number)}`
  mkdirSync(`${folder}/${printerFunction}`)
  put('strings/0x409/manufacturer', 'XPRINTER')
  put('strings/0x409/product', identity.model)
  put('strings/0x409/serialnumber', serialNumber)
  put(`${printerFunction}/pnp_string`, `MFG:XPRINTER;CMD:${identity.commands};MDL:${identity.model};CLS:PRINTER;`)
  const link = `${folder}/configs/c.1/printer`
  const giveBuffers = (count: number): void => {
    // The kernel takes the number only of a function that is in no configuration.
    if (existsSync(link)) unlinkSync(link)
    put(`${printerFunction}/q_len`, String(count))
    symlinkSync(`${folder}/${printerFunction}`, link)
  }
  giveBuffers(SMALL_BUFFERS)

  const firmwareDevice = `/dev/g_printer${String(number)}`
  const deviceFile = (): string | null =>
    deviceFiles().find((file) => file.serialNumber === serialNumber && existsSync(file.path))?.path ?? null
  return {
    firmwareDevice,
    deviceFile,
    giveBuffers,
    changedAtMs: () => changedAtMs,
    plugIn: async (onto) => {
      port = onto
      changedAtMs = performance.now()
      put('UDC', `dummy_udc.${String(onto)}`)
      await waitUntil(() => (existsSync(firmwareDevice) ? deviceFile() : null), `printer ${String(number)} is there`)
    },
    switchOff: async () => {
      if (port === null) return
      port = null
      changedAtMs = performance.now()
      put('UDC', '\n')
      await waitUntil(() => (deviceFile() === null ? true : null), `printer ${String(number)} is gone`)
    },
    renumber: (next) => {
      serialNumber = next
      put('strings/0x409/serialnumber', next)
    },
  }
}
