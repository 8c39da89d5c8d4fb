import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const countSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  tookMs: z.number(),
  waitedMs: z.number(),
  longestWaitMs: z.number(),
})
/** What the printer kept since it was last emptied, and how long its head waited for data meanwhile. */
export type KeptCount = z.infer<typeof countSchema>

/** How the printer is to behave; what is left out stays as it is. */
export type FirmwareSetting = {
  /** Bytes a second; 0 for as fast as it can. */
  readonly rate?: number
  /** Takes nothing more once it kept this many; -1 for no end. */
  readonly stopAfter?: number
  /** The port's own status byte: 0x18 all well, 0x38 paper empty, 0x10 error. */
  readonly portStatus?: number
  /** What it answers to questions. */
  readonly paper?: 'in' | 'out' | 'cover' | 'mute'
}

/** A running printer's inside. */
export type RigFirmware = {
  readonly set: (setting: FirmwareSetting) => Promise<void>
  readonly count: () => Promise<KeptCount>
  /** What was kept, and begins anew. */
  readonly take: () => Promise<{ readonly bytes: Buffer; readonly count: KeptCount }>
  /** Ends it at once, as when its power goes; what it had kept. */
  readonly stop: () => Promise<Buffer>
}

const PROGRAM = '/rig/printer-firmware.py'
let started = 0

/** Starts the program behind a plugged-in printer. */
export const startFirmware = async (device: string): Promise<RigFirmware> => {
  started += 1
  const folder = `/tmp/firmware-${String(started)}`
  mkdirSync(folder)
  const child = spawn('python3', ['-u', PROGRAM, device, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async (): Promise<unknown> => {
    const { done, value } = await lines.next()
    if (done === true) throw new Error('the printer’s firmware ended by itself')
    return JSON.parse(value)
  }
  // One question at a time: answers come in the order of the questions.
  let last: Promise<unknown> = nextLine()
  const tell = (command: object): Promise<KeptCount> => {
    const answer = last.then(async () => {
      child.stdin.write(`${JSON.stringify(command)}\n`)
      return countSchema.parse(await nextLine())
    })
    last = answer
    return answer
  }
  await last
  return {
    set: async (setting) => {
      await tell({ do: 'set', ...setting })
    },
    count: () => tell({ do: 'count' }),
    take: async () => {
      const count = await tell({ do: 'take' })
      return { bytes: readFileSync(count.path), count }
    },
    stop: async () => {
      const { path } = await tell({ do: 'count' })
      child.kill('SIGKILL')
      await ended
      return readFileSync(path)
    },
  }
}
