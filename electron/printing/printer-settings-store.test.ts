import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PrinterSettings } from '../../shared/domain/printer.ts'
import {
  labelPrinter,
  NO_PRINTERS,
  PRACTICE_PRINTERS,
  receiptPrinter,
  routesTo,
} from '../../shared/domain/usual-printers.ts'
import { createPrinterSettingsStore } from './printer-settings-store.ts'

const CHANGED: PrinterSettings = {
  version: 2,
  printers: [
    receiptPrinter('r', 'Kasir depan', { type: 'serial', path: 'COM5', baudRate: 115_200, serialNumber: 'A1' }),
    {
      ...labelPrinter('l', 'Gudang', { type: 'usb', vendorId: 0x483, productId: 0x5743, serialNumber: 'SN0001' }),
      substituteId: 'r',
      dotsPerMm: 7.98,
    },
  ],
  routes: routesTo('r', 'l'),
}
const EARLIER = {
  receipt: { transport: { type: 'practice' }, paperWidthMm: 80, opensDrawer: true },
  label: {
    transport: { type: 'tcp', host: '10.0.0.5', port: 9100 },
    dpi: 203,
    gapMm: 3,
    darkness: 8,
    speedInchesPerSecond: 4,
  },
}

describe('printer settings store', () => {
  let directory = ''
  let path = ''
  const logged: string[] = []
  const open = (initial = PRACTICE_PRINTERS): ReturnType<typeof createPrinterSettingsStore> =>
    createPrinterSettingsStore(path, initial, (_level, message) => logged.push(message))
  const putFile = (text: string): void => {
    mkdirSync(join(directory, 'deep'), { recursive: true })
    writeFileSync(path, text)
  }
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'konter-settings-'))
    path = join(directory, 'deep', 'printers.json')
    logged.length = 0
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  test.each([PRACTICE_PRINTERS, NO_PRINTERS])(
    'begins with the initial printers and writes nothing',
    async (initial) => {
      expect(await open(initial).read()).toEqual(initial)
      expect(logged).toEqual([])
      expect(readdirSync(directory)).toEqual([])
    },
  )

  test('gives back after a restart what was written, and leaves no other file behind', async () => {
    await open().write(CHANGED)
    expect(await open().read()).toEqual(CHANGED)
    expect(readdirSync(join(directory, 'deep'))).toEqual(['printers.json'])
  })

  test('gives what was written last to whoever reads it again', async () => {
    const store = open()
    await store.read()
    await store.write(CHANGED)
    expect(await store.read()).toEqual(CHANGED)
  })

  test('reads a serial port that was kept by its path alone', async () => {
    const kept = { type: 'serial', path: 'COM5', baudRate: 115_200 } as const
    const [receipt, label] = CHANGED.printers
    putFile(JSON.stringify({ ...CHANGED, printers: [{ ...receipt, transport: kept }, label] }))
    const [read] = (await open().read()).printers
    expect(read?.transport).toEqual({ ...kept, serialNumber: null })
    expect(logged).toEqual([])
  })

  test('understands a file of the first version and leaves it as it is until somebody writes', async () => {
    const text = JSON.stringify(EARLIER)
    putFile(text)
    const settings = await open(NO_PRINTERS).read()
    expect(settings.printers.map(({ transport }) => transport)).toEqual([
      EARLIER.receipt.transport,
      EARLIER.label.transport,
    ])
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(logged).toEqual([])
  })

  test.each(['{ half', '{"receipt":{}}', '', 'null', JSON.stringify({ ...CHANGED, version: 3 })])(
    'sets a damaged file aside and says so: %j',
    async (text) => {
      putFile(text)
      const store = open()
      expect(await store.read()).toEqual(PRACTICE_PRINTERS)
      const [aside, ...others] = readdirSync(join(directory, 'deep'))
      expect(others).toEqual([])
      expect(readFileSync(join(directory, 'deep', aside ?? ''), 'utf8')).toBe(text)
      expect(logged).toHaveLength(1)
      await store.write(CHANGED)
      expect(readdirSync(join(directory, 'deep'))).toHaveLength(2)
    },
  )

  test('goes on with the initial printers when the file cannot be read at all', async () => {
    mkdirSync(path, { recursive: true })
    expect(await open().read()).toEqual(PRACTICE_PRINTERS)
    expect(logged).toEqual([expect.stringContaining('cannot be read')])
  })

  test('refuses settings outside the contract and keeps the old ones', async () => {
    const store = open()
    await store.write(CHANGED)
    const printers = CHANGED.printers.map((printer) => ({ ...printer, darkness: 99 }))
    await expect(store.write({ ...CHANGED, printers })).rejects.toThrow('darkness')
    expect(await store.read()).toEqual(CHANGED)
    expect(await open().read()).toEqual(CHANGED)
  })

  test('keeps the old settings when the disk does not take the new ones', async () => {
    const store = open()
    await store.read()
    writeFileSync(join(directory, 'deep'), 'a file where the folder should be')
    await expect(store.write(CHANGED)).rejects.toThrow('EEXIST')
    expect(await store.read()).toEqual(PRACTICE_PRINTERS)
  })

  test('keeps the last of many that are written at once', async () => {
    const store = createPrinterSettingsStore(path, NO_PRINTERS, () => undefined)
    const many = Array.from({ length: 20 }, (_none, index) => ({
      ...CHANGED,
      printers: CHANGED.printers.slice(0, 1 + (index % 2)),
    }))
    await Promise.all(many.map((settings) => store.write(settings)))
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(CHANGED)
    expect(await store.read()).toEqual(CHANGED)
  })
})
