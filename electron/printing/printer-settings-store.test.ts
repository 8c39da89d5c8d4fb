import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PrinterSettings } from '../../shared/ipc/printer-settings.ts'
import { createPrinterSettingsStore, DEFAULT_PRINTER_SETTINGS } from './printer-settings-store.ts'

const CHANGED: PrinterSettings = {
  receipt: { transport: { type: 'device', path: '/dev/usb/lp0' }, paperWidthMm: 58, opensDrawer: false },
  label: { ...DEFAULT_PRINTER_SETTINGS.label, transport: { type: 'tcp', host: '10.0.0.5', port: 9100 }, dpi: 300 },
}

describe('printer settings store', () => {
  let directory = ''
  const logged: string[] = []
  const open = (): ReturnType<typeof createPrinterSettingsStore> =>
    createPrinterSettingsStore(join(directory, 'deep', 'printers.json'), (_level, message) => logged.push(message))
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'konter-settings-'))
    logged.length = 0
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  test('begins with practice mode’s printer', async () => {
    expect(await open().read()).toEqual(DEFAULT_PRINTER_SETTINGS)
    expect(logged).toEqual([])
  })

  test('gives back after a restart what was written, and leaves no other file behind', async () => {
    await open().write(CHANGED)
    expect(await open().read()).toEqual(CHANGED)
    expect(readdirSync(join(directory, 'deep'))).toEqual(['printers.json'])
  })

  test.each(['{ half', '{"receipt":{}}', ''])('sets a damaged file aside and says so: %j', async (text) => {
    await open().write(CHANGED)
    const path = join(directory, 'deep', 'printers.json')
    writeFileSync(path, text)
    expect(await open().read()).toEqual(DEFAULT_PRINTER_SETTINGS)
    const [aside, ...others] = readdirSync(join(directory, 'deep'))
    expect(others).toEqual([])
    expect(readFileSync(join(directory, 'deep', aside ?? ''), 'utf8')).toBe(text)
    expect(logged).toHaveLength(1)
  })

  test('refuses settings outside the contract and keeps the old ones', async () => {
    const store = open()
    await store.write(CHANGED)
    const wrong = { ...CHANGED, label: { ...CHANGED.label, darkness: 99 } }
    await expect(store.write(wrong)).rejects.toThrow('darkness')
    expect(await store.read()).toEqual(CHANGED)
  })
})
