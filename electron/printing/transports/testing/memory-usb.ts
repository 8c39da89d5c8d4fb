import type { UsbDevicePort, UsbPort } from '../usb-port.ts'

/** How an in-memory USB printer behaves; what is left out goes well. */
export type MemoryUsbPlan = {
  readonly serialNumber?: string | null
  readonly openError?: string
  readonly claimError?: string
  /** Takes this many bytes, then lets every transfer time out, with `swallows` more bytes gone without a word. */
  readonly stallsAtByte?: number
  readonly swallows?: number
  /** Answers one transfer at this byte with a stall, and takes nothing more until the halt is cleared. */
  readonly haltsAtByte?: number
  /** Is pulled out at this byte. */
  readonly leavesAtByte?: number
  readonly isDriverBound?: boolean
  readonly portStatus?: number | null
  /** What it says, packet by packet, once it has taken as many bytes. */
  readonly says?: readonly { readonly atByte: number; readonly bytes: Uint8Array }[]
  readonly deviceId?: string | null
  readonly hasIn?: boolean
}

/** An in-memory USB bus with one printer, and what happened to it. */
export type MemoryUsb = {
  readonly port: UsbPort
  readonly received: () => Buffer
  /** Calls of the library, in order, transfers left out. */
  readonly calls: readonly string[]
  readonly change: () => void
  /** Takes everything from now on, also what it kept waiting; its port says so. */
  readonly putInPaper: () => void
}

/** How a transfer that waited ended; the words are the library's. */
type TransferEnd = 'taken' | 'Cancelled' | 'Disconnected'

/** A bus with one printer of class 7 on interface 1, alternate setting 0 without and 1 with answers. */
export const createMemoryUsb = (plan: MemoryUsbPlan = {}): MemoryUsb => {
  const received: Uint8Array[] = []
  const calls: string[] = []
  const listeners = new Set<() => void>()
  const said = new Set<number>()
  let count = 0
  let { stallsAtByte, portStatus } = plan
  let hasHalted = false
  let isHalted = false
  let endPending: ((end: TransferEnd) => void) | null = null
  const take = (bytes: Uint8Array): void => {
    received.push(Uint8Array.from(bytes))
    count += bytes.length
  }
  const note = (call: string, error?: string): Promise<void> => {
    calls.push(call)
    return error === undefined ? Promise.resolve() : Promise.reject(new Error(error))
  }
  const out = { endpointNumber: 1, direction: 'out', type: 'bulk', packetSize: 64 } as const
  const back = { endpointNumber: 2, direction: 'in', type: 'bulk', packetSize: 64 } as const
  const device: UsbDevicePort = {
    vendorId: 0x0483,
    productId: 0x5743,
    serialNumber: plan.serialNumber === undefined ? 'SN0001' : plan.serialNumber,
    manufacturerName: 'XPRINTER',
    productName: 'USB Printer',
    bus: '001',
    ports: [1, 2],
    configuration: {
      interfaces: [
        {
          interfaceNumber: 0,
          alternates: [{ alternateSetting: 0, interfaceClass: 3, interfaceProtocol: 0, endpoints: [back] }],
        },
        {
          interfaceNumber: 1,
          alternates: [
            { alternateSetting: 0, interfaceClass: 7, interfaceProtocol: 1, endpoints: [out] },
            ...(plan.hasIn === false
              ? []
              : [{ alternateSetting: 1, interfaceClass: 7, interfaceProtocol: 2, endpoints: [out, back] }]),
            { alternateSetting: 2, interfaceClass: 7, interfaceProtocol: 4, endpoints: [out, back] },
          ],
        },
      ],
    },
    open: () => note('open', plan.openError),
    close: () => note('close'),
    claimInterface: (number) => note(`claim ${String(number)}`, plan.claimError),
    releaseInterface: (number) => note(`release ${String(number)}`),
    selectAlternateInterface: (number, setting) => note(`select ${String(number)}.${String(setting)}`),
    detachKernelDriver: () => {
      // Whoever has the interface loses it, and its transfers end.
      if (endPending !== null) {
        endPending('Disconnected')
        return note('abandon')
      }
      return note('detach', plan.isDriverBound === true ? undefined : 'no kernel driver attached')
    },
    attachKernelDriver: () => note('attach'),
    clearHalt: (direction, endpoint) => {
      isHalted = false
      return note(`clear ${direction} ${String(endpoint)}`)
    },
    controlTransferIn: ({ request }) => {
      if (request === 1) {
        const status = portStatus ?? null
        if (status === null) return Promise.reject(new Error('controlTransferIn error: Stall'))
        return Promise.resolve({ data: new DataView(Uint8Array.of(status).buffer) })
      }
      const id = plan.deviceId ?? null
      if (id === null) return Promise.reject(new Error('controlTransferIn error: Stall'))
      const raw = Uint8Array.from([0, id.length + 2, ...Buffer.from(id, 'latin1')])
      return Promise.resolve({ data: new DataView(raw.buffer) })
    },
    transferIn: async (_endpoint, _length, timeoutMs) => {
      const at = (plan.says ?? []).findIndex(({ atByte }, index) => !said.has(index) && count >= atByte)
      const next = plan.says?.[at]
      if (next !== undefined) {
        said.add(at)
        return { data: new DataView(Uint8Array.from(next.bytes).buffer) }
      }
      await new Promise((resolve) => {
        setTimeout(resolve, timeoutMs)
      })
      throw new Error('transferIn error: Cancelled')
    },
    transferOut: async (_endpoint, data, timeoutMs) => {
      if (plan.leavesAtByte !== undefined && count + data.length > plan.leavesAtByte) {
        take(data.subarray(0, plan.leavesAtByte - count))
        throw new Error('transferOut error: Disconnected')
      }
      if (plan.haltsAtByte !== undefined && !hasHalted && count + data.length > plan.haltsAtByte) {
        hasHalted = true
        isHalted = true
      }
      if (isHalted) throw new Error('transferOut error: Stall')
      if (stallsAtByte !== undefined && count + data.length > stallsAtByte) {
        take(data.subarray(0, plan.swallows ?? 0))
        const end = await new Promise<TransferEnd>((resolve) => {
          const timer = setTimeout(() => resolve('Cancelled'), timeoutMs)
          endPending = (how) => {
            clearTimeout(timer)
            resolve(how)
          }
        })
        endPending = null
        if (end !== 'taken') throw new Error(`transferOut error: ${end}`)
      }
      take(data)
      return { bytesWritten: data.length }
    },
  }
  return {
    port: {
      getDevices: () => Promise.resolve([device]),
      addEventListener: (_type, listener) => listeners.add(listener),
      removeEventListener: (_type, listener) => listeners.delete(listener),
    },
    received: () => Buffer.concat(received),
    calls,
    change: () => {
      for (const listener of listeners) listener()
    },
    putInPaper: () => {
      stallsAtByte = undefined
      portStatus = 0x18
      endPending?.('taken')
    },
  }
}
