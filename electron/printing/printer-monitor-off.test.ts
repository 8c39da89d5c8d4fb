import { describe, expect, test } from 'vitest'
import {
  ABSENT,
  BUSY,
  COVER_OPEN,
  IDLE,
  printerOn,
  settingsOf,
  TCP,
  useMonitorRigs,
  WELL,
} from './testing/printer-monitor-rig.ts'

describe('a network printer that is looked for', () => {
  const { begin, pass } = useMonitorRigs()
  /** One that was found at once until now. */
  const beginWell = async () => {
    const rig = begin(settingsOf(printerOn('a', TCP)))
    rig.answers.set('tcp', WELL)
    rig.takesMs.set('tcp', 10)
    rig.monitor.start()
    await pass(5000)
    rig.asked.length = 0
    return Object.assign(rig, {
      presence: () => rig.monitor.statuses()[0]?.presence,
      everTold: (presence: string) => rig.told.some(([status]) => status?.presence === presence),
      switchOff: () => rig.takesMs.set('tcp', Infinity),
      switchOn: (takesMs = 10) => rig.takesMs.set('tcp', takesMs),
    })
  }
  const nextQuestion = async (rig: Awaited<ReturnType<typeof beginWell>>): Promise<void> => {
    const before = rig.asked.length
    while (rig.asked.length === before) await pass(1)
  }

  test('is shown as gone soon after the first question that it left alone, and not before a second', async () => {
    const rig = await beginWell()
    rig.switchOff()
    await nextQuestion(rig)
    await pass(1150)
    expect(rig.presence()).toBe('present')
    await pass(100)
    expect(rig.presence()).toBe('absent')
    expect(rig.asked.slice(0, 2).map(({ reachMs }) => reachMs)).toEqual([500, 700])
  })

  test('is not shown as gone when it was slow for once, as one that wakes up is', async () => {
    const rig = await beginWell()
    for (let times = 0; times < 20; times += 1) {
      rig.switchOff()
      await nextQuestion(rig)
      // Its radio wakes up while it is looked for a second time.
      rig.switchOn(650)
      await pass(3000)
      rig.switchOn()
      await pass(3000)
    }
    expect(rig.everTold('absent')).toBe(false)
    expect(rig.presence()).toBe('present')
  })

  test('is given its time when it always needs some', async () => {
    const rig = begin(settingsOf(printerOn('a', TCP)))
    rig.answers.set('tcp', WELL)
    rig.takesMs.set('tcp', 800)
    rig.monitor.start()
    await pass(30_000)
    expect(new Set(rig.asked.map(({ reachMs }) => reachMs))).toEqual(new Set([1000]))
    expect(rig.monitor.statuses()[0]?.presence).toBe('present')
  })

  test('is shown as gone within a second where the network says so', async () => {
    const rig = await beginWell()
    rig.answers.set('tcp', ABSENT)
    rig.takesMs.set('tcp', 1)
    await nextQuestion(rig)
    expect(rig.presence()).toBe('present')
    await pass(300)
    expect(rig.presence()).toBe('absent')
  })

  test('is never gone while it refuses: another till is printing on it', async () => {
    const rig = await beginWell()
    rig.answers.set('tcp', BUSY)
    rig.takesMs.set('tcp', 1)
    await pass(30_000)
    expect(rig.everTold('absent')).toBe(false)
    // It refuses between two looks that find nobody.
    for (const answer of [ABSENT, BUSY, ABSENT, BUSY]) {
      rig.answers.set('tcp', answer)
      await nextQuestion(rig)
    }
    expect(rig.everTold('absent')).toBe(false)
  })

  test('is not looked for a second time while a job is on its way', async () => {
    const rig = await beginWell()
    rig.switchOff()
    await nextQuestion(rig)
    rig.busy.add('a')
    rig.lanes.set('a', { ...IDLE, work: 'sending' })
    await pass(20_000)
    expect(rig.asked).toHaveLength(1)
    expect(rig.presence()).toBe('present')
    rig.busy.clear()
    await pass(2000)
    expect(rig.presence()).toBe('absent')
  })

  test('is back as soon as it answers, and says what it says', async () => {
    const rig = await beginWell()
    rig.switchOff()
    await pass(4000)
    expect(rig.presence()).toBe('absent')
    rig.switchOn()
    rig.answers.set('tcp', COVER_OPEN)
    await pass(2000)
    expect(rig.monitor.statuses()[0]).toMatchObject({ presence: 'present', condition: { problems: ['cover-open'] } })
  })
})
