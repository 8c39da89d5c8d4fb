import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { TransportSettings } from '../../shared/domain/printer.ts'
import { success } from '../../shared/domain/result.ts'
import { labelPrinter, NO_PRINTERS } from '../../shared/domain/usual-printers.ts'
import type { PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import { createPrinterMonitor, type PrinterMonitor } from './printer-monitor.ts'
import type { CareForQueue } from './printer-monitor-upkeep.ts'
import { nothingLeft } from './transport.ts'

const KEEPS = printTrouble('queue-keeps-jobs', 'lpadmin -p LABEL -o printer-error-policy=abort-job')
const CUPS: TransportSettings = { type: 'cups', queue: 'LABEL' }

/** A monitor of one printer on a queue that keeps jobs, until the test mends it. */
const rigOf = (transport: TransportSettings, care?: CareForQueue) => {
  const rig = {
    transport,
    isMended: false,
    looks: [] as { queue: string; mayMend: boolean; atMs: number }[],
    told: [] as (readonly PrinterStatus[])[],
    logged: [] as string[],
  }
  const monitor = createPrinterMonitor({
    settings: () => ({ ...NO_PRINTERS, printers: [labelPrinter('a', 'a', rig.transport)] }),
    runner: { state: () => null, visit: (_id, work) => work() },
    openTransport: () => ({
      send: async () => nothingLeft(printTrouble('internal')),
      ask: async () => ({ type: 'deaf' }),
    }),
    watchUsb: async () => success(() => undefined),
    careForQueue:
      care ??
      (async (queue, { mayMend, onUnable }) => {
        rig.looks.push({ queue, mayMend, atMs: Date.now() })
        if (rig.isMended) return { advice: null, wasTried: false }
        if (mayMend) onUnable('Forbidden')
        return { advice: KEEPS, wasTried: mayMend }
      }),
    log: (_level, message) => rig.logged.push(message),
    now: () => Date.now(),
    onChanged: (statuses) => rig.told.push(statuses),
  })
  return Object.assign(rig, { monitor })
}

describe('looking after a queue of CUPS', () => {
  const monitors: PrinterMonitor[] = []
  const begin = (...parts: Parameters<typeof rigOf>): ReturnType<typeof rigOf> => {
    const rig = rigOf(...parts)
    monitors.push(rig.monitor)
    return rig
  }
  const pass = (timeMs: number): Promise<unknown> => vi.advanceTimersByTimeAsync(timeMs)
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
  })
  afterEach(async () => {
    await Promise.all(monitors.splice(0).map((monitor) => monitor.stop()))
    vi.useRealTimers()
  })

  test('tells at once that it keeps jobs, beside how the printer is, and clears that when it is mended', async () => {
    const rig = begin(CUPS)
    rig.monitor.start()
    await pass(10)
    expect(rig.told.at(-1)).toMatchObject([{ printerId: 'a', presence: 'unknown', condition: null, advice: KEEPS }])
    rig.isMended = true
    await pass(6000)
    expect(rig.told.at(-1)).toMatchObject([{ advice: null }])
    expect(rig.told).toHaveLength(2)
  })

  test('tries to mend it once, and logs once that it may not', async () => {
    const rig = begin(CUPS)
    rig.monitor.start()
    await pass(60_000)
    expect(rig.looks.filter(({ mayMend }) => mayMend)).toHaveLength(1)
    expect(rig.looks.length).toBeGreaterThan(5)
    expect(rig.logged).toEqual(['The queue LABEL was not made to give up what its printer cannot take: Forbidden'])
  })

  test('looks rarely while all is well, and soon when a person looks at the printers', async () => {
    const rig = begin(CUPS)
    rig.isMended = true
    rig.monitor.start()
    await pass(29_000)
    expect(rig.looks).toHaveLength(1)
    await pass(3000)
    expect(rig.looks).toHaveLength(2)
    rig.isMended = false
    rig.monitor.watchClosely(true)
    await pass(6000)
    expect(rig.monitor.statuses()[0]?.advice).toEqual(KEEPS)
  })

  test('tries to mend a queue that was set up anew, and forgets the one before', async () => {
    const rig = begin(CUPS)
    rig.monitor.start()
    await pass(10)
    rig.isMended = true
    rig.transport = { type: 'cups', queue: 'OTHER' }
    rig.monitor.look()
    expect(rig.monitor.statuses()[0]?.advice).toBe(null)
    await pass(10)
    expect(rig.looks.at(-1)).toMatchObject({ queue: 'OTHER', mayMend: true })
  })

  test('asks nothing of the kind on another way', async () => {
    const rig = begin({ type: 'file', folder: '/x' })
    rig.monitor.start()
    await pass(60_000)
    expect(rig.looks).toEqual([])
    expect(rig.monitor.statuses()[0]?.advice).toBe(null)
  })

  test('says nothing of a queue when looking breaks, and goes on', async () => {
    const rig = begin(CUPS, () => Promise.reject(new Error('no library')))
    rig.monitor.start()
    await pass(40_000)
    expect(rig.told).toEqual([])
    expect(rig.logged).toEqual(['The queue LABEL was not made to give up what its printer cannot take: no library'])
  })
})
