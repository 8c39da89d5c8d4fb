import { setTimeout as wait } from 'node:timers/promises'
import type { TransportSettings } from '../../../../shared/domain/printer.ts'
import type { Transport } from '../../../../electron/printing/transport.ts'
import { createDeviceTransport, DEVICE_LIMITS } from '../../../../electron/printing/transports/device-transport.ts'
import { openTransport } from '../../../../electron/printing/transports/open-transport.ts'
import { PERSON_TIMEOUT_MS, type StallLimits } from '../../../../electron/printing/transports/stall-watch.ts'
import { createUsbTransport, USB_LIMITS } from '../../../../electron/printing/transports/usb-transport.ts'
import { RIG_PRODUCT_ID, RIG_VENDOR_ID } from './rig-gadget.ts'
import type { RigJobKind } from './rig-jobs.ts'
import { createRigLane, type RigLane } from './rig-lane.ts'
import type { RigPrinter } from './rig-printer.ts'

/** The two ways to a printer on a cable. */
export const USB_WAYS = ['usb', 'device'] as const
export type UsbWay = (typeof USB_WAYS)[number]

type UsbOrDevice = Extract<TransportSettings, { type: UsbWay }>

/** What a scenario works with: one printer that is ready, another that is off. */
export type Bench = { readonly printer: RigPrinter; readonly otherPrinter: RigPrinter }

/** Something that must hold. It gives the figures that it measured, and rejects when it does not hold or was not in time. */
export type Scenario = {
  readonly title: string
  readonly run: (bench: Bench) => Promise<string>
  /** How long it may take; left out, a minute and a half. */
  readonly timeoutMs?: number
}

export const SERIAL_NUMBER = 'SN0001'
export const OTHER_SERIAL_NUMBER = 'SN0002'

/** The way to the first printer as a shop would have set it. */
export const settingsOf = (way: UsbWay): UsbOrDevice =>
  way === 'usb'
    ? { type: 'usb', vendorId: RIG_VENDOR_ID, productId: RIG_PRODUCT_ID, serialNumber: SERIAL_NUMBER }
    : { type: 'device', path: '/dev/usb/lp0' }

export type LaneWishes = {
  readonly way: UsbWay
  readonly kind: RigJobKind
  /** Asks at the end of each job whether it is done. */
  readonly asksStatus?: boolean
  /** How long the printer may take nothing; left out, as in a shop. */
  readonly stallTimeoutMs?: number
  /** How long a printer that says that its paper is out may; left out, as in a shop. */
  readonly personTimeoutMs?: number
}

/** Runs with a lane of its own, which is stopped afterwards. */
export const withLane = async <Value>(
  { way, kind, asksStatus = false, stallTimeoutMs, personTimeoutMs = PERSON_TIMEOUT_MS }: LaneWishes,
  run: (lane: RigLane) => Promise<Value>,
): Promise<Value> => {
  const transport = settingsOf(way)
  const open = () =>
    stallTimeoutMs === undefined
      ? openTransport(transport)
      : openImpatiently(transport, { stallTimeoutMs, personTimeoutMs })
  const lane = createRigLane({ kind, transport, asksStatus, open })
  try {
    return await run(lane)
  } finally {
    await lane.stop()
  }
}

const openImpatiently = (settings: UsbOrDevice, limits: Required<Omit<StallLimits, 'lookEveryMs'>>): Transport =>
  settings.type === 'usb'
    ? createUsbTransport(settings, { ...USB_LIMITS, ...limits, chunkTimeoutMs: limits.stallTimeoutMs })
    : createDeviceTransport(settings.path, { ...DEVICE_LIMITS, ...limits })

/** Rejects unless it holds. */
export const demand = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise)
}

/** Rejects unless these are the same bytes; says where they part. */
export const demandSameBytes = (got: Buffer, wanted: Buffer): void => {
  if (got.equals(wanted)) return
  const length = Math.min(got.length, wanted.length)
  let at = 0
  while (at < length && got[at] === wanted[at]) at += 1
  throw new Error(`got ${String(got.length)} bytes in place of ${String(wanted.length)}; they part at ${String(at)}`)
}

/** Time in which something unwanted would have happened. */
export const aWhile = (): Promise<void> => wait(500)
