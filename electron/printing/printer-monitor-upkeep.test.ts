import { describe, expect, test } from 'vitest'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { TransportSettings } from '../../shared/domain/printer.ts'
import type { CareForQueue } from './printer-monitor-upkeep.ts'
import { CUPS, printerOn, settingsOf, useMonitorRigs } from './testing/printer-monitor-rig.ts'

const KEEPS = printTrouble('queue-keeps-jobs', 'lpadmin -p LABEL -o printer-error-policy=abort-job')

describe('looking after a queue of CUPS', () => {
  const { begin, pass } = useMonitorRigs()
  /** A printer on a queue that keeps jobs, until the test mends it. */
  const beginOn = (transport: TransportSettings, care?: CareForQueue) => {
    const careForQueue: CareForQueue = async (queue, { mayMend, onUnable }) => {
      rig.looks.push({ queue, mayMend })
      if (rig.isMended) return { advice: null, wasTried: false }
      if (mayMend) onUnable('Forbidden')
      return { advice: KEEPS, wasTried: mayMend }
    }
    const rig = Object.assign(begin(settingsOf(printerOn('a', transport)), { careForQueue: care ?? careForQueue }), {
      isMended: false,
      looks: [] as { queue: string; mayMend: boolean }[],
    })
    rig.answers.set(transport.type, { type: 'deaf' })
    return rig
  }

  test('tells at once that it keeps jobs, beside how the printer is, and clears that when it is mended', async () => {
    const rig = beginOn(CUPS)
    rig.monitor.start()
    await pass(10)
    expect(rig.told.at(-1)).toMatchObject([{ printerId: 'a', presence: 'unknown', condition: null, advice: KEEPS }])
    rig.isMended = true
    await pass(6000)
    expect(rig.told.at(-1)).toMatchObject([{ advice: null }])
    expect(rig.told).toHaveLength(2)
  })

  test('tries to mend it once, and logs once that it may not', async () => {
    const rig = beginOn(CUPS)
    rig.monitor.start()
    await pass(60_000)
    expect(rig.looks.filter(({ mayMend }) => mayMend)).toHaveLength(1)
    expect(rig.looks.length).toBeGreaterThan(5)
    expect(rig.logged).toEqual(['The queue LABEL was not made to give up what its printer cannot take: Forbidden'])
  })

  test('looks rarely while all is well, and soon when a person looks at the printers', async () => {
    const rig = beginOn(CUPS)
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
    const rig = beginOn(CUPS)
    rig.monitor.start()
    await pass(10)
    rig.isMended = true
    rig.settings = settingsOf(printerOn('a', { type: 'cups', queue: 'OTHER' }))
    rig.monitor.look()
    expect(rig.monitor.statuses()[0]?.advice).toBe(null)
    await pass(10)
    expect(rig.looks.at(-1)).toMatchObject({ queue: 'OTHER', mayMend: true })
  })

  test('asks nothing of the kind on another way', async () => {
    const rig = beginOn({ type: 'file', folder: '/x' })
    rig.monitor.start()
    await pass(60_000)
    expect(rig.looks).toEqual([])
    expect(rig.monitor.statuses()[0]?.advice).toBe(null)
  })

  test('says nothing of a queue when looking breaks, and goes on', async () => {
    const rig = beginOn(CUPS, () => Promise.reject(new Error('no library')))
    rig.monitor.start()
    await pass(40_000)
    expect(rig.told).toEqual([])
    expect(rig.logged).toEqual(['The queue LABEL was not made to give up what its printer cannot take: no library'])
  })
})
