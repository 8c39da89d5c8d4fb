import { setTimeout as wait } from 'node:timers/promises'
import { startFirmware, type FirmwareSetting, type RigFirmware } from './rig-firmware.ts'
import { createRigGadget, type GadgetIdentity, type RigGadget, type RigPort } from './rig-gadget.ts'

const AS_NEW: FirmwareSetting = { rate: 0, stopAfter: -1, portStatus: 0x18, paper: 'in' }
/** Nothing more is believed to come when nothing came for this long. */
const QUIET_MS = 400
/** What is missing is not believed to come any more. */
const MISSING_MS = 3000
const LOOK_EVERY_MS = 100

/** A whole printer made of software: what its owner can do to it, and what came out. */
export type RigPrinter = {
  readonly gadget: RigGadget
  readonly firmware: () => RigFirmware
  readonly switchOn: (port: RigPort) => Promise<void>
  /** Its power goes, or its cable, whatever it is doing; what it had kept until then. */
  readonly switchOff: () => Promise<Buffer>
  /** On, plugged in where it was, at full speed, with paper, empty. */
  readonly makeReady: () => Promise<void>
  /** Everything it got since it was last emptied, once nothing more comes; what is still expected is waited for longer. */
  readonly takeAll: (expectedBytes?: number) => Promise<Buffer>
}

/** A printer that is off. */
export const createRigPrinter = (number: number, identity: GadgetIdentity): RigPrinter => {
  const gadget = createRigGadget(number, identity)
  let running: RigFirmware | null = null
  const firmware = (): RigFirmware => {
    if (running === null) throw new Error('the printer is off')
    return running
  }
  const switchOn = async (port: RigPort): Promise<void> => {
    await gadget.plugIn(port)
    running = await startFirmware(gadget.firmwareDevice)
    await running.set(AS_NEW)
  }
  const takeAll = async (expectedBytes = 0): Promise<Buffer> => {
    let seen = -1
    let quietMs = 0
    for (;;) {
      const { bytes } = await firmware().count()
      quietMs = bytes === seen ? quietMs + LOOK_EVERY_MS : 0
      if (quietMs >= (bytes >= expectedBytes ? QUIET_MS : MISSING_MS)) return (await firmware().take()).bytes
      seen = bytes
      await wait(LOOK_EVERY_MS)
    }
  }
  return {
    gadget,
    firmware,
    switchOn,
    takeAll,
    switchOff: async () => {
      const kept = (await running?.stop()) ?? Buffer.alloc(0)
      running = null
      await gadget.switchOff()
      return kept
    },
    makeReady: async () => {
      if (running === null) await switchOn(0)
      await firmware().set(AS_NEW)
      await takeAll()
    },
  }
}
