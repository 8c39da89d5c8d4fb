import { describe, expect, test, vi } from 'vitest'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import {
  ABSENT,
  COVER_OPEN,
  CUPS,
  IDLE,
  printerOn,
  settingsOf,
  TCP,
  USB,
  useMonitorRigs,
  WELL,
} from './testing/printer-monitor-rig.ts'
import { nothingLeft, type Inquiry } from './transport.ts'

describe('printer monitor', () => {
  const { begin, pass } = useMonitorRigs()

  test('asks nobody before it is started', async () => {
    const rig = begin(settingsOf(printerOn('a', USB)))
    rig.monitor.look()
    await pass(5000)
    expect(rig.asked).toEqual([])
    expect(rig.monitor.statuses()).toEqual([
      { printerId: 'a', ...IDLE, presence: 'unknown', condition: null, advice: null, heardAtMs: null },
    ])
    rig.monitor.start()
    await pass(10)
    expect(rig.asked).toHaveLength(1)
  })

  test('shows within a second that a printer on a cable is open, gone and back', async () => {
    const rig = begin(settingsOf(printerOn('a', USB)))
    rig.answers.set('usb', WELL)
    rig.monitor.start()
    await pass(10)
    expect(rig.monitor.statuses()[0]).toMatchObject({ presence: 'present', condition: { problems: [] } })
    rig.answers.set('usb', COVER_OPEN)
    await pass(1000)
    expect(rig.monitor.statuses()[0]?.condition?.problems).toEqual(['cover-open'])
    rig.answers.set('usb', ABSENT)
    await pass(1000)
    expect(rig.monitor.statuses()[0]).toMatchObject({ presence: 'absent', condition: null })
    rig.answers.set('usb', WELL)
    await pass(1000)
    expect(rig.monitor.statuses()[0]).toMatchObject({ presence: 'present', condition: { problems: [] } })
  })

  test('tells changes only', async () => {
    const rig = begin(settingsOf(printerOn('a', USB)))
    rig.answers.set('usb', WELL)
    rig.monitor.start()
    await pass(20_000)
    expect(rig.asked.length).toBeGreaterThan(15)
    expect(rig.told).toHaveLength(1)
    expect(rig.monitor.statuses()[0]?.heardAtMs).toBeGreaterThan(1_015_000)
  })

  test('asks at once when something is plugged in or pulled, and stops listening in the end', async () => {
    const rig = begin(settingsOf(printerOn('a', USB), printerOn('b', TCP)))
    rig.monitor.start()
    await pass(100)
    rig.asked.length = 0
    rig.answers.set('usb', ABSENT)
    for (const onUsb of rig.onUsb) onUsb()
    await pass(1)
    expect(rig.asked.map(({ way }) => way)).toEqual(['usb'])
    expect(rig.monitor.statuses()[0]?.presence).toBe('absent')
    await rig.monitor.stop()
    expect(rig.unwatched).toBe(1)
  })

  test('shows within a second that a network printer or a Windows queue is in trouble, though nobody looks', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP), printerOn('b', { type: 'spooler', name: 'B' })))
    rig.answers.set('tcp', WELL)
    rig.answers.set('spooler', { type: 'deaf' })
    rig.monitor.start()
    await pass(60_000)
    rig.answers.set('tcp', COVER_OPEN)
    rig.answers.set('spooler', { type: 'silent', port: { isPaperEmpty: true, isSelected: true, hasError: false } })
    await pass(1000)
    expect(rig.monitor.statuses().map(({ condition }) => condition?.problems)).toEqual([['cover-open'], ['paper-out']])
    expect(rig.asked.filter(({ way }) => way === 'tcp').length).toBeLessThanOrEqual(70)
  })

  test('shows within a second what a queue of CUPS tells by itself, also while a job is on its way', async () => {
    const rig = begin(settingsOf(printerOn('a', CUPS)))
    const told = { type: 'told', problems: [], isPrinting: true, isConnecting: false } as const
    rig.answers.set('cups', told)
    rig.busy.add('a')
    rig.lanes.set('a', { ...IDLE, work: 'sending' })
    rig.monitor.start()
    await pass(60_000)
    expect(rig.monitor.statuses()[0]).toMatchObject({ work: 'sending', presence: 'unknown', condition: null })
    rig.answers.set('cups', { ...told, problems: ['paper-out'] })
    await pass(1000)
    expect(rig.monitor.statuses()[0]).toMatchObject({ work: 'sending', condition: { problems: ['paper-out'] } })
  })

  test('asks a queue of CUPS by its program every five seconds, and every second while a person looks', async () => {
    const rig = begin(settingsOf(printerOn('a', CUPS)))
    rig.answers.set('cups', { type: 'deaf' })
    rig.monitor.start()
    await pass(19_000)
    expect(rig.asked).toHaveLength(4)
    rig.monitor.watchClosely(true)
    rig.asked.length = 0
    await pass(10_000)
    expect(rig.asked.length).toBeGreaterThanOrEqual(10)
    rig.monitor.watchClosely(false)
    rig.asked.splice(0)
    await pass(20_000)
    expect(rig.asked.length).toBeLessThanOrEqual(4)
  })

  test('looks for an absent network printer every second until it is back', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP)))
    rig.answers.set('tcp', ABSENT)
    rig.monitor.start()
    await pass(1000)
    expect(rig.monitor.statuses()[0]?.presence).toBe('absent')
    rig.answers.set('tcp', WELL)
    await pass(1000)
    expect(rig.monitor.statuses()[0]?.presence).toBe('present')
  })

  test('leaves a printer that does not answer alone, and knows nothing of it', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP), printerOn('b', USB)))
    rig.monitor.start()
    await pass(60_000)
    const questions = (way: string): number => rig.asked.filter((each) => each.way === way && each.bytes > 0).length
    expect(questions('tcp')).toBeLessThanOrEqual(5)
    expect(questions('usb')).toBeLessThanOrEqual(5)
    // The port is read all the same.
    expect(rig.asked.filter((each) => each.way === 'usb').length).toBeGreaterThan(50)
    expect(rig.monitor.statuses().map(({ condition }) => condition)).toEqual([null, null])
  })

  test('asks a way that carries no answers once, and never calls that printer well or ill', async () => {
    const rig = begin(settingsOf(printerOn('a', { type: 'file', folder: '/x' })))
    rig.answers.set('file', { type: 'deaf' })
    rig.monitor.start()
    await pass(120_000)
    rig.monitor.watchClosely(true)
    await pass(120_000)
    expect(rig.asked).toHaveLength(1)
    expect(rig.told).toEqual([])
    expect(rig.monitor.statuses()[0]).toMatchObject({ presence: 'unknown', condition: null, heardAtMs: null })
  })

  test('waits for a printer that prints, keeps what it knew and shows its lane', async () => {
    const rig = begin(settingsOf(printerOn('a', USB)))
    rig.answers.set('usb', COVER_OPEN)
    rig.monitor.start()
    await pass(10)
    rig.busy.add('a')
    rig.lanes.set('a', { ...IDLE, work: 'sending', progress: { jobId: 'j', bytesSent: 1, totalBytes: 9 } })
    rig.monitor.look()
    rig.asked.length = 0
    await pass(5000)
    expect(rig.asked).toEqual([])
    expect(rig.told.at(-1)?.[0]).toMatchObject({
      work: 'sending',
      progress: { bytesSent: 1 },
      condition: { problems: ['cover-open'] },
    })
    rig.busy.clear()
    await pass(1000)
    expect(rig.asked.length).toBeGreaterThan(0)
  })

  test('asks at once after a job that went wrong', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP)))
    rig.answers.set('tcp', WELL)
    rig.monitor.start()
    await pass(10)
    rig.lanes.set('a', { ...IDLE, work: 'sending' })
    rig.monitor.look()
    rig.answers.set('tcp', COVER_OPEN)
    rig.lanes.set('a', { ...IDLE, work: 'asking', trouble: printTrouble('stalled') })
    rig.monitor.look()
    await pass(10)
    expect(rig.monitor.statuses()[0]).toMatchObject({ work: 'asking', condition: { problems: ['cover-open'] } })
  })

  test('forgets a printer that was set up anew or removed, even in the middle of an answer', async () => {
    let answer: (inquiry: Inquiry) => void = () => undefined
    const rig = begin(settingsOf(printerOn('a', USB)), {
      openTransport: ({ type }) => ({
        send: async () => nothingLeft(printTrouble('internal')),
        ask: () =>
          type === 'tcp'
            ? Promise.resolve(WELL)
            : new Promise((resolve) => {
                answer = resolve
              }),
      }),
    })
    rig.monitor.start()
    await pass(10)
    rig.settings = settingsOf(printerOn('a', TCP), printerOn('c', { type: 'practice' }))
    rig.monitor.look()
    await pass(10)
    answer(COVER_OPEN)
    await pass(10)
    expect(rig.monitor.statuses()).toMatchObject([
      { printerId: 'a', presence: 'present', condition: { problems: [] } },
      { printerId: 'c', presence: 'present', condition: null, heardAtMs: null },
    ])
    rig.settings = settingsOf()
    rig.monitor.look()
    expect(rig.told.at(-1)).toEqual([])
  })

  test('logs a way that breaks once and asks it rarely', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP)), {
      openTransport: () => {
        throw new Error('no library')
      },
      watchUsb: () => Promise.reject(new Error('no USB')),
    })
    rig.monitor.start()
    await pass(100_000)
    expect(rig.logged.toSorted()).toEqual([
      'A printer cannot be asked (tcp): no library',
      'USB printers are not told of when they come and go: no USB',
    ])
    expect(rig.monitor.statuses()[0]?.presence).toBe('unknown')
  })

  test('waits for the inquiry under way when it is stopped', async () => {
    let answer: (inquiry: Inquiry) => void = () => undefined
    const rig = begin(settingsOf(printerOn('a', USB)), {
      openTransport: () => ({
        send: async () => nothingLeft(printTrouble('internal')),
        ask: () =>
          new Promise((resolve) => {
            answer = resolve
          }),
      }),
    })
    rig.monitor.start()
    await pass(10)
    const order: string[] = []
    const stopped = rig.monitor.stop().then(() => order.push('stopped'))
    await pass(10)
    order.push('answered')
    answer(WELL)
    await stopped
    expect(order).toEqual(['answered', 'stopped'])
    expect(rig.told).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
