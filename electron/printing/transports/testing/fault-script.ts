import * as fc from 'fast-check'
import type { Socket } from 'node:net'

/** What a printer does at a certain byte of a job; it reads on unless said otherwise. */
export type FaultAct =
  | 'none'
  /** Reads nothing more and says nothing more. */
  | 'stall'
  /** Reads nothing for a while. */
  | 'pause'
  | 'reset'
  /** Closes the connection. */
  | 'close'
  /** Closes its own side, and reads on. */
  | 'half-close'
  | 'talk'

/** One printer's behaviour for one job. */
export type FaultScript = {
  readonly jobBytes: number
  readonly refuses: boolean
  readonly act: FaultAct
  readonly atByte: number
  readonly pauseMs: number
  /** Waits so long after every read. */
  readonly readDelayMs: number
  readonly talksAtOnce: boolean
  readonly closesAtEnd: boolean
  readonly question: 'not-asked' | 'done' | 'not-done' | 'silent'
  readonly askAgainEveryMs: number
}

/** Sizes of a receipt, of a label as dots for 203 dpi and for 300 dpi. */
const JOB_BYTES = [700, 3000, 20_000, 120_127, 270_200]

/** Any behaviour. */
export const faultScriptArbitrary: fc.Arbitrary<FaultScript> = fc
  .record({
    jobBytes: fc.constantFrom(...JOB_BYTES),
    refuses: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
    act: fc.constantFrom<FaultAct>('none', 'stall', 'pause', 'reset', 'close', 'half-close', 'talk'),
    atShare: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    pauseMs: fc.integer({ min: 1, max: 160 }),
    readDelayMs: fc.constantFrom(0, 0, 0, 1, 4, 20),
    talksAtOnce: fc.boolean(),
    closesAtEnd: fc.boolean(),
    question: fc.constantFrom('not-asked', 'done', 'not-done', 'silent'),
    askAgainEveryMs: fc.constantFrom(0, 15),
  })
  .map(({ atShare, ...script }) => ({ ...script, atByte: Math.round(atShare * script.jobBytes) }))

/** Answers of the printers: done, not done, and talk that nobody asked for. */
export const ANSWERS = { done: 0x00, notDone: 0x0c, talk: 0x55 } as const

/** Lets a socket behave as the script says. The printer answers only once it has read the whole job and a question. */
export const followScript =
  (script: FaultScript, questionBytes: number) => (socket: Socket, received: () => number) => {
    let hasActed = false
    let hasStalled = false
    const timers = new Set<NodeJS.Timeout>()
    const rest = (ms: number): void => {
      socket.pause()
      const timer = setTimeout(() => {
        timers.delete(timer)
        if (!hasStalled) socket.resume()
      }, ms)
      timers.add(timer)
    }
    const act = (): void => {
      hasActed = true
      if (script.act === 'stall') {
        hasStalled = true
        socket.pause()
      } else if (script.act === 'pause') rest(script.pauseMs)
      else if (script.act === 'reset') socket.resetAndDestroy()
      else if (script.act === 'close') socket.destroy()
      else if (script.act === 'half-close') socket.end()
      else if (script.act === 'talk') socket.write(Buffer.alloc(2000, ANSWERS.talk))
    }
    if (script.talksAtOnce) socket.write(Uint8Array.of(ANSWERS.talk, ANSWERS.talk))
    if (script.atByte === 0) act()
    socket.on('data', () => {
      if (!hasActed && received() >= script.atByte) act()
      if (socket.destroyed || hasStalled) return
      const asked = received() - script.jobBytes
      if (asked >= questionBytes && asked % questionBytes === 0 && socket.writable) {
        if (script.question === 'done') socket.write(Uint8Array.of(ANSWERS.done))
        if (script.question === 'not-done') socket.write(Uint8Array.of(ANSWERS.notDone))
      }
      if (script.readDelayMs > 0) rest(script.readDelayMs)
    })
    socket.once('end', () => {
      if (script.closesAtEnd && socket.writable) socket.end()
    })
    socket.once('close', () => {
      for (const timer of timers) clearTimeout(timer)
    })
  }
