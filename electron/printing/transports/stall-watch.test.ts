import { describe, expect, test } from 'vitest'
import type { PrintTroubleCode } from '../../../shared/domain/print-trouble.ts'
import type { PortStatus } from '../transport.ts'
import { createStallWatch } from './stall-watch.ts'

const LIMITS = { stallTimeoutMs: 1000, personTimeoutMs: 5000, lookEveryMs: 300 }
const WELL: PortStatus = { isPaperEmpty: false, isSelected: true, hasError: false }
const EMPTY: PortStatus = { ...WELL, isPaperEmpty: true }

/** A watch on a clock that the test moves, over a printer whose port and wants the test sets. */
const rigOf = (port: PortStatus | null = null) => {
  const rig = { nowMs: 0, port, reads: 0, told: [] as PortStatus[], wants: null as PrintTroubleCode | null }
  const watch = createStallWatch(
    LIMITS,
    {
      overhearing: {
        onSaid: () => undefined,
        onPort: (status) => {
          rig.told.push(status)
          rig.wants = status.isPaperEmpty ? 'paper-out' : null
        },
        wants: () => rig.wants,
      },
      readPort: async () => {
        rig.reads += 1
        return rig.port
      },
    },
    () => rig.nowMs,
  )
  /** Lets time pass, looking as a transport does; when it was over, or null. */
  const passUntil = async (endMs: number): Promise<number | null> => {
    for (; rig.nowMs < endMs; rig.nowMs += 50) {
      await watch.look()
      if (await watch.isOver()) return rig.nowMs
    }
    return null
  }
  return Object.assign(rig, { watch, passUntil })
}

describe('waiting for a printer that takes nothing', () => {
  test('ends at the stall limit where the port says that all is well, or nothing', async () => {
    expect(await rigOf().passUntil(10_000)).toBe(1000)
    expect(await rigOf(WELL).passUntil(10_000)).toBe(1000)
    expect(await rigOf(WELL).watch.trouble()).toMatchObject({ code: 'stalled' })
  })

  test('reads the port again and again, and only while nothing is taken', async () => {
    const rig = rigOf(WELL)
    for (let step = 0; step < 20; step += 1) {
      await rig.passUntil(rig.nowMs + 200)
      rig.watch.noteProgress()
    }
    expect(rig.reads).toBe(0)
    await rig.passUntil(rig.nowMs + 950)
    expect(rig.reads).toBe(3)
  })

  test('goes on while it says that its paper is out, up to its own limit', async () => {
    const rig = rigOf(EMPTY)
    expect(await rig.passUntil(20_000)).toBe(LIMITS.personTimeoutMs + LIMITS.stallTimeoutMs)
    expect(rig.told.every(({ isPaperEmpty }) => isPaperEmpty)).toBe(true)
    expect(await rig.watch.trouble()).toMatchObject({ code: 'paper-out' })
  })

  test('begins the stall limit anew when it has its paper again', async () => {
    const rig = rigOf(EMPTY)
    expect(await rig.passUntil(3000)).toBeNull()
    rig.port = WELL
    const endedAtMs = await rig.passUntil(20_000)
    expect(endedAtMs).toBeGreaterThanOrEqual(3000 + LIMITS.stallTimeoutMs - 50)
    expect(endedAtMs).toBeLessThanOrEqual(3000 + LIMITS.stallTimeoutMs + LIMITS.lookEveryMs)
    expect(rig.told.at(-1)).toEqual(WELL)
  })

  test('looks once more before it gives up', async () => {
    const rig = rigOf(WELL)
    await rig.passUntil(950)
    rig.port = EMPTY
    rig.nowMs = 1000
    expect(await rig.watch.isOver()).toBe(false)
  })

  test('waits as long for what the printer says itself, such as that its cover is open', async () => {
    const rig = rigOf()
    rig.wants = 'cover-open'
    expect(await rig.passUntil(20_000)).toBe(LIMITS.personTimeoutMs + LIMITS.stallTimeoutMs)
    expect(await rig.watch.trouble()).toMatchObject({ code: 'cover-open' })
  })

  test('gives what the work gives, and its rejection', async () => {
    const watch = createStallWatch({ stallTimeoutMs: 200 }, {})
    expect(await watch.patiently(Promise.resolve(7))).toBe(7)
    await expect(watch.patiently(Promise.reject(new Error('broke')))).rejects.toThrow('broke')
    expect(await watch.patiently(new Promise(() => undefined))).toBeNull()
  })
})
