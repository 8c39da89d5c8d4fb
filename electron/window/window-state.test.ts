import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createQuitHold } from './quit-hold.ts'
import { onlyIfVisible, readWindowState, writeWindowState } from './window-state.ts'

const screen = { x: 0, y: 0, width: 1366, height: 768 }
const state = (x: number, y: number) => ({ bounds: { x, y, width: 1024, height: 700 }, isMaximized: false })

describe('the state of the window', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'konter-window-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('comes back as it was kept, and leaves no other file', async () => {
    const path = join(folder, 'window.json')
    await writeWindowState(path, state(10, 20))
    await writeWindowState(path, { ...state(30, 40), isMaximized: true })
    expect(await readWindowState(path)).toEqual({ ...state(30, 40), isMaximized: true })
    expect(await readdir(folder)).toEqual(['window.json'])
  })

  test.each(['', '{"bounds":', '{"bounds":{"x":0,"y":0,"width":5,"height":5},"isMaximized":false}', 'null'])(
    'is none when its file holds %j',
    async (text) => {
      const path = join(folder, 'window.json')
      await writeFile(path, text)
      expect(await readWindowState(path)).toBeNull()
    },
  )

  test('is none when there is no file', async () => {
    expect(await readWindowState(join(folder, 'none.json'))).toBeNull()
  })

  test('is used only when the title bar lies on a display that is there', () => {
    expect(onlyIfVisible(state(100, 50), [screen])).toEqual(state(100, 50))
    expect(onlyIfVisible(state(2000, 50), [screen])).toBeNull()
    expect(onlyIfVisible(state(2000, 50), [screen, { ...screen, x: 1366 }])).toEqual(state(2000, 50))
    expect(onlyIfVisible(state(1300, 50), [screen])).toBeNull()
    expect(onlyIfVisible(state(0, 760), [screen])).toBeNull()
    expect(onlyIfVisible(state(0, -400), [screen])).toBeNull()
    expect(onlyIfVisible(null, [screen])).toBeNull()
  })
})

describe('quitting', () => {
  const holdWith = (isPageAlive: boolean) => {
    const told: number[] = []
    return { told, hold: createQuitHold({ isPageAlive: () => isPageAlive, tellPage: (count) => told.push(count) }) }
  }

  test('is not held when no sale waits', () => {
    const { hold, told } = holdWith(true)
    expect(hold.holds()).toBe(false)
    hold.reportWaiting(2)
    hold.reportWaiting(0)
    expect(hold.holds()).toBe(false)
    expect(told).toEqual([])
  })

  test('is held, each time with the reason, while sales wait, until it is released', () => {
    const { hold, told } = holdWith(true)
    hold.reportWaiting(3)
    expect([hold.holds(), hold.holds()]).toEqual([true, true])
    expect(told).toEqual([3, 3])
    hold.release()
    expect(hold.holds()).toBe(false)
  })

  test('is not held by a page that is gone and could not say why', () => {
    const { hold } = holdWith(false)
    hold.reportWaiting(3)
    expect(hold.holds()).toBe(false)
  })
})
