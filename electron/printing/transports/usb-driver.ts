import { constants } from 'node:fs'
import { open, readdir, readlink } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorCode } from './trouble-of-error.ts'
import type { UsbDevicePort } from './usb-port.ts'

/** Who has a printer's interface: Linux's printer driver (to be put aside), nobody, or another program. */
export type UsbHolder = 'driver' | 'nobody' | 'other-program'

/** Where Linux describes an interface of a device. */
export const usbInterfacePath = ({ bus, ports }: UsbDevicePort, interfaceNumber: number): string =>
  `/sys/bus/usb/devices/${String(Number.parseInt(bus, 10))}-${ports.join('.')}:1.${String(interfaceNumber)}`

/**
 * Looks before a printer is taken from its driver, since Linux would take it from a program in the middle of its job too.
 * Where nothing can be seen, nobody has it, and the claim says the rest.
 */
export const usbHolderOf = async (device: UsbDevicePort, interfaceNumber: number): Promise<UsbHolder> => {
  if (process.platform !== 'linux') return 'nobody'
  const path = usbInterfacePath(device, interfaceNumber)
  const driver = await readlink(`${path}/driver`).then(basename, () => null)
  if (driver === null) return 'nobody'
  if (driver === 'usbfs') return 'other-program'
  const names = await readdir(`${path}/usbmisc`).catch(() => [])
  for (const name of names) if (await isInUse(`/dev/usb/${name}`)) return 'other-program'
  return 'driver'
}

/** The driver lets only one program at a time open a printer. */
const isInUse = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_NONBLOCK)
    await file.close()
    return false
  } catch (error) {
    return errorCode(error) === 'EBUSY'
  }
}
