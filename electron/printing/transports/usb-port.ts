/// <reference types="w3c-web-usb" />

/** What Konter uses of the `usb` package (WebUSB with a timeout in milliseconds as the last argument of every transfer). */
export type UsbPort = {
  readonly getDevices: () => Promise<readonly UsbDevicePort[]>
  readonly addEventListener: (type: 'connect' | 'disconnect', listener: () => void) => void
  readonly removeEventListener: (type: 'connect' | 'disconnect', listener: () => void) => void
}

/** An endpoint of a device. */
export type UsbEndpointPort = {
  readonly endpointNumber: number
  readonly direction: 'in' | 'out'
  readonly type: string
  readonly packetSize: number
}

/** One alternate setting of an interface. */
export type UsbAlternatePort = {
  readonly alternateSetting: number
  readonly interfaceClass: number
  readonly interfaceProtocol: number
  readonly endpoints: readonly UsbEndpointPort[]
}

/** A control transfer to an interface; `index` is its number, as the request wants it. */
export type UsbSetup = {
  readonly requestType: 'class'
  readonly recipient: 'interface'
  readonly request: number
  readonly value: number
  readonly index: number
}

/** A device, plugged in. */
export type UsbDevicePort = {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber?: string | null | undefined
  readonly manufacturerName?: string | null | undefined
  readonly productName?: string | null | undefined
  /** Linux: the number of its bus, and the sockets on the way to it; together they name it in /sys. */
  readonly bus: string
  readonly ports: readonly number[]
  readonly configuration?:
    | {
        readonly interfaces: readonly {
          readonly interfaceNumber: number
          readonly alternates: readonly UsbAlternatePort[]
        }[]
      }
    | null
    | undefined
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  readonly claimInterface: (interfaceNumber: number) => Promise<void>
  readonly releaseInterface: (interfaceNumber: number) => Promise<void>
  readonly selectAlternateInterface: (interfaceNumber: number, alternateSetting: number) => Promise<void>
  /** Linux only. Also takes the interface from its own program, which ends the transfers under way. */
  readonly detachKernelDriver: (interfaceNumber: number) => Promise<void>
  /** Linux only. */
  readonly attachKernelDriver: (interfaceNumber: number) => Promise<void>
  /** An endpoint that stalled takes nothing more until this is done. Not while a transfer of it is under way. */
  readonly clearHalt: (direction: 'in' | 'out', endpointNumber: number) => Promise<void>
  readonly controlTransferIn: (
    setup: UsbSetup,
    length: number,
    timeoutMs: number,
  ) => Promise<{ readonly data?: DataView | undefined }>
  readonly transferIn: (
    endpointNumber: number,
    length: number,
    timeoutMs: number,
  ) => Promise<{ readonly data?: DataView | undefined }>
  readonly transferOut: (
    endpointNumber: number,
    data: Uint8Array<ArrayBuffer>,
    timeoutMs: number,
  ) => Promise<{ readonly bytesWritten: number }>
}

/** The real library, loaded when it is first needed: it is native code. */
export const loadUsb = async (): Promise<UsbPort> => {
  const { usb } = await import('usb')
  return usb
}
