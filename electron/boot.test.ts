import { describe, expect, test } from 'vitest'
import { BootError, bootPlan, runBoot, type BootSteps } from './boot.ts'

const stepsThatNote = (noted: string[], changes: Partial<BootSteps> = {}): BootSteps => {
  const note = (name: string) => () => {
    noted.push(name)
  }
  return {
    openProfile: note('profile'),
    openLog: note('log'),
    claimSingleInstance: () => {
      noted.push('single-instance')
      return true
    },
    prepareBeforeReady: note('before-ready'),
    waitUntilReady: async () => {
      noted.push('ready')
    },
    lockDownSession: note('session'),
    beginJournal: note('journal'),
    beginPracticeServices: note('practice'),
    beginSyncEngine: note('sync'),
    beginPrintRunner: note('printing'),
    registerMessages: note('messages'),
    openWindow: async () => {
      noted.push('window')
    },
    ...changes,
  }
}

describe('the start', () => {
  test('runs its phases in this order', async () => {
    const noted: string[] = []
    const phases = bootPlan(stepsThatNote(noted))
    expect(await runBoot(phases)).toBe(true)
    expect(noted).toEqual([
      'profile',
      'log',
      'single-instance',
      'before-ready',
      'ready',
      'session',
      'journal',
      'practice',
      'sync',
      'printing',
      'messages',
      'window',
    ])
    expect(phases.map((phase) => phase.name)).toEqual(noted)
  })

  test('does all that Electron only takes before ready without giving the turn away', () => {
    const noted: string[] = []
    void runBoot(bootPlan(stepsThatNote(noted)))
    expect(noted).toEqual(['profile', 'log', 'single-instance', 'before-ready', 'ready'])
  })

  test('stops a second instance before it opens anything', async () => {
    const noted: string[] = []
    const phases = bootPlan(stepsThatNote(noted, { claimSingleInstance: () => false }))
    expect(await runBoot(phases)).toBe(false)
    expect(noted).toEqual(['profile', 'log'])
  })

  test('names the phase that failed and runs none after it', async () => {
    const noted: string[] = []
    const failing = stepsThatNote(noted, {
      beginJournal: () => {
        throw new Error('no folder')
      },
    })
    await expect(runBoot(bootPlan(failing))).rejects.toThrow(BootError)
    await expect(runBoot(bootPlan(failing))).rejects.toThrow('"journal": Error: no folder')
    expect(noted).not.toContain('window')
  })
})
