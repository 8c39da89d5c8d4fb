import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure, success } from '../../shared/domain/result.ts'
import { printerSearchSchema, type FoundPrinter } from '../../shared/ipc/printer-settings.ts'
import { findDevicePrinters, printerTitle } from './find-printers-devices.ts'
import { searchPrinters } from './find-printers-search.ts'
import { findCupsQueues, serialPrinters, systemSearches, usbPrinter } from './find-printers-ways.ts'
import { findPrinters } from './find-printers.ts'
import type { ProgramRun, RunProgram } from './transports/run-program.ts'

const found = (name: string): FoundPrinter => ({
  transport: { type: 'spooler', name },
  title: name,
  language: null,
})

describe('search for printers', () => {
  test('gives what every way found, one of each', async () => {
    const way = { timeoutMs: 1000, look: async () => success([found('a'), found('b'), found('a')]) }
    const search = await searchPrinters([
      { ...way, way: 'spooler' },
      { ...way, way: 'network', look: async () => success([found('c'), found('b')]) },
    ])
    expect(search).toEqual({ found: [found('a'), found('b'), found('c')], troubles: [] })
  })

  test('is not held up by a way that fails, breaks or never answers', async () => {
    const search = await searchPrinters([
      { way: 'usb', timeoutMs: 1000, look: async () => failure('no USB here') },
      { way: 'serial', timeoutMs: 1000, look: () => Promise.reject(new Error('no library')) },
      { way: 'network', timeoutMs: 20, look: () => new Promise(() => undefined) },
      { way: 'cups', timeoutMs: 1000, look: async () => success([found('a')]) },
    ])
    expect(search).toEqual({
      found: [found('a')],
      troubles: [
        { way: 'usb', detail: 'no USB here' },
        { way: 'serial', detail: 'no library' },
        { way: 'network', detail: 'no answer in 20 ms' },
      ],
    })
  })

  test('looks elsewhere for the same printers when a way fails, and tells of the trouble', async () => {
    const usb = { way: 'usb', timeoutMs: 1000, look: async () => failure('no USB here') } as const
    const troubles = [{ way: 'usb', detail: 'no USB here' }]
    expect(await searchPrinters([{ ...usb, lookElsewhere: async () => [found('lp0')] }])).toEqual({
      found: [found('lp0')],
      troubles,
    })
    expect(await searchPrinters([{ ...usb, lookElsewhere: () => Promise.reject(new Error('x')) }])).toEqual({
      found: [],
      troubles,
    })
  })

  test('runs on this computer, each way with its printers or its trouble', async () => {
    const search = printerSearchSchema.parse(await findPrinters())
    expect(search.troubles.every(({ detail }) => detail !== '')).toBe(true)
  })

  test('looks where the system keeps its printers', () => {
    expect(systemSearches('linux').map(({ way }) => way)).toEqual(['usb', 'cups', 'network', 'serial'])
    expect(systemSearches('win32').map(({ way }) => way)).toEqual(['spooler', 'network', 'serial'])
  })
})

describe('what a search shows', () => {
  test('is maker and model, the maker once, else the numbers of a USB printer', () => {
    const bare = { vendorId: 0x483, productId: 0x5743, serialNumber: null, maker: '', model: '', commandSet: [] }
    expect(usbPrinter({ ...bare, language: null }).title).toBe('USB 0483:5743')
    expect(usbPrinter({ ...bare, maker: 'XPRINTER', model: 'XP-420B', language: 'tspl' })).toEqual({
      transport: { type: 'usb', vendorId: 0x483, productId: 0x5743, serialNumber: null },
      title: 'XPRINTER XP-420B',
      language: 'tspl',
    })
    expect(printerTitle('EPSON', 'Epson TM-T82')).toBe('Epson TM-T82')
  })

  test('is the serial ports that say what is plugged in before the others', () => {
    const ports = [
      { path: 'COM1', maker: '', serialNumber: null },
      { path: 'COM5', maker: 'Prolific', serialNumber: null },
    ]
    expect(serialPrinters(ports).map(({ title }) => title)).toEqual(['Prolific (COM5)', 'COM1'])
  })

  test('is the serial number of a port with its path, but not one that several ports have', () => {
    const numberOf = (...numbers: readonly (string | null)[]) =>
      serialPrinters(
        numbers.map((serialNumber, index) => ({ path: `COM${String(index)}`, maker: 'FTDI', serialNumber })),
      ).map(({ transport }) => (transport.type === 'serial' ? transport.serialNumber : 'no serial port'))
    expect(numberOf('A1', 'B2', null)).toEqual(['A1', 'B2', null])
    expect(numberOf('0001', '0001', 'B2')).toEqual([null, null, 'B2'])
  })

  test('is the queues of CUPS with what CUPS takes them for', async () => {
    const ended = (stdout: string): ProgramRun => ({ type: 'ended', code: 0, stdout, stderr: '' })
    const run: RunProgram = async (name, values) => {
      if (name === 'lpstat')
        return ended('device for LABEL: usb://X/Y\ndevice for OFFICE: ipp://p/\ndevice for ODD: x:/\n')
      if (values.includes('LABEL')) return ended("copies=1 printer-make-and-model='Local Raw Printer' printer-type=4")
      if (values.includes('OFFICE')) return ended('printer-make-and-model=Laser printer-type=4')
      return { type: 'missing', detail: 'ENOENT' }
    }
    const queues = await findCupsQueues(run)
    expect(queues.ok ? queues.value.map(({ title }) => title) : queues.error).toEqual([
      'LABEL (Local Raw Printer)',
      'OFFICE (Laser)',
      'ODD (x:/)',
    ])
  })
})

describe('printer devices of Linux', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'konter-devices-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('are found with what they say of themselves', async () => {
    const folders = { devices: join(folder, 'dev'), descriptions: join(folder, 'sys') }
    mkdirSync(folders.devices)
    for (const name of ['lp1', 'lp0', 'hiddev0']) writeFileSync(join(folders.devices, name), '')
    mkdirSync(join(folders.descriptions, 'lp0', 'device'), { recursive: true })
    writeFileSync(
      join(folders.descriptions, 'lp0', 'device', 'ieee1284_id'),
      'MFG:XPRINTER;CMD:TSPL;MDL:XP-420B;CLS:PRINTER;\n',
    )
    expect(await findDevicePrinters(folders)).toEqual([
      {
        transport: { type: 'device', path: join(folders.devices, 'lp0') },
        title: 'XPRINTER XP-420B',
        language: 'tspl',
      },
      {
        transport: { type: 'device', path: join(folders.devices, 'lp1') },
        title: join(folders.devices, 'lp1'),
        language: null,
      },
    ])
  })

  test('are none where there is no such driver', async () => {
    expect(await findDevicePrinters({ devices: join(folder, 'none'), descriptions: folder })).toEqual([])
  })
})
