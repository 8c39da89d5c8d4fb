import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseRuntime, RuntimeError, type RuntimeDoors } from './choose-runtime.ts'
import { isBuiltFresh } from './ensure-built.ts'
import { nodeVersionProblem } from './node-version.ts'
import { hasDisplay } from './system-programs.ts'

const doors = (changes: Partial<RuntimeDoors> = {}): RuntimeDoors => ({
  findElectronBinary: () => '/electron',
  downloadElectron: async () => 'ENOTFOUND',
  doesElectronRun: async () => true,
  ...changes,
})

describe('the runtime', () => {
  test('is real Electron where its binary is there and runs', async () => {
    expect(await chooseRuntime(undefined, doors())).toEqual({ type: 'electron', binary: '/electron' })
  })

  test('is real Electron after its first-use download', async () => {
    let binary: string | null = null
    const downloading = doors({
      findElectronBinary: () => binary,
      downloadElectron: async () => {
        binary = '/downloaded'
        return null
      },
    })
    expect(await chooseRuntime('', downloading)).toEqual({ type: 'electron', binary: '/downloaded' })
  })

  test('falls back to the stand-in with one line when the download fails', async () => {
    const runtime = await chooseRuntime(undefined, doors({ findElectronBinary: () => null }))
    expect(runtime).toEqual({
      type: 'standin',
      because: 'Running on the stand-in (system Chromium): Electron could not be downloaded (ENOTFOUND)',
    })
  })

  test('falls back when the binary does not run here', async () => {
    const runtime = await chooseRuntime(undefined, doors({ doesElectronRun: async () => false }))
    expect(runtime).toMatchObject({ type: 'standin' })
  })

  test('is the stand-in when asked for, without trying anything', async () => {
    const never = async (): Promise<never> => {
      throw new Error('tried')
    }
    const runtime = await chooseRuntime('standin', doors({ downloadElectron: never, doesElectronRun: never }))
    expect(runtime).toEqual({ type: 'standin', because: null })
  })

  test('fails instead of falling back when Electron was asked for, and on any other word', async () => {
    await expect(chooseRuntime('electron', doors({ findElectronBinary: () => null }))).rejects.toThrow(RuntimeError)
    await expect(chooseRuntime('chrome', doors())).rejects.toThrow('KONTER_RUNTIME')
  })
})

describe('what a start needs', () => {
  test.each([
    ['v20.19.0', true],
    ['v20.20.2', true],
    ['v22.0.0', true],
    ['v24.1.0', true],
    ['v20.18.3', false],
    ['v18.20.0', false],
  ])('Node %s: %s', (version, isEnough) => {
    expect(nodeVersionProblem(version) === null).toBe(isEnough)
  })

  test('a display, on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })

  test('a build that is whole and newer than every source but the tests', async () => {
    const root = await mkdtemp(join(tmpdir(), 'konter-built-'))
    const put = async (path: string, atSeconds: number): Promise<void> => {
      await mkdir(join(root, path, '..'), { recursive: true })
      await writeFile(join(root, path), '')
      await utimes(join(root, path), atSeconds, atSeconds)
      await utimes(join(root, path, '..'), 1_000, 1_000)
    }
    for (const path of ['electron/main.ts', 'renderer/index.html', 'shared/a.ts', 'assets/a.csv'])
      await put(path, 1_000)
    expect(isBuiltFresh(root)).toBe(false)
    for (const path of ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'])
      await put(path, 2_000)
    expect(isBuiltFresh(root)).toBe(true)
    await put('shared/a.test.ts', 3_000)
    expect(isBuiltFresh(root)).toBe(true)
    await put('shared/a.ts', 3_000)
    expect(isBuiltFresh(root)).toBe(false)
    await rm(root, { recursive: true })
  })
})
