import { describe, expect, test } from 'vitest'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { presentSerialPath } from './serial-place.ts'
import { adapterNumber, type SerialPortInfo } from './serial-port.ts'

const port = (path: string, serialNumber: string | null): SerialPortInfo => ({ path, maker: 'FTDI', serialNumber })
const listing =
  (...ports: readonly SerialPortInfo[]) =>
  async (): Promise<Result<SerialPortInfo[], string>> =>
    success([...ports])
const RECEIPTS = { path: '/dev/ttyUSB0', serialNumber: 'A1' }
const LABELS = { path: '/dev/ttyUSB1', serialNumber: 'B2' }

describe('the port of an adapter with a serial number', () => {
  test('is where it was when nothing changed', async () => {
    const list = listing(port('/dev/ttyUSB0', 'A1'), port('/dev/ttyUSB1', 'B2'))
    expect(await presentSerialPath(RECEIPTS, list)).toEqual(success('/dev/ttyUSB0'))
    expect(await presentSerialPath(LABELS, list)).toEqual(success('/dev/ttyUSB1'))
  })

  test('is found when two adapters changed places', async () => {
    const list = listing(port('/dev/ttyUSB0', 'B2'), port('/dev/ttyUSB1', 'A1'))
    expect(await presentSerialPath(RECEIPTS, list)).toEqual(success('/dev/ttyUSB1'))
    expect(await presentSerialPath(LABELS, list)).toEqual(success('/dev/ttyUSB0'))
  })

  test('is not the one at its path when that has another number', async () => {
    expect(await presentSerialPath(RECEIPTS, listing(port('/dev/ttyUSB0', 'B2')))).toMatchObject({
      ok: false,
      error: { code: 'not-found', detail: expect.stringContaining('A1') },
    })
  })

  test('is the stored path when no port has the number, and none another one there', async () => {
    expect(await presentSerialPath(RECEIPTS, listing(port('/dev/ttyUSB0', null)))).toEqual(success('/dev/ttyUSB0'))
    expect(await presentSerialPath(RECEIPTS, listing(port('/dev/ttyUSB1', 'B2')))).toEqual(success('/dev/ttyUSB0'))
  })

  test('is the one at its path when several adapters have one number, and otherwise none', async () => {
    const twins = listing(port('/dev/ttyUSB0', 'A1'), port('/dev/ttyUSB3', 'A1'))
    expect(await presentSerialPath({ path: '/dev/ttyUSB3', serialNumber: 'A1' }, twins)).toEqual(
      success('/dev/ttyUSB3'),
    )
    expect(await presentSerialPath({ path: '/dev/ttyUSB7', serialNumber: 'A1' }, twins)).toMatchObject({ ok: false })
  })

  test('is not guessed when the ports cannot be listed', async () => {
    expect(await presentSerialPath(RECEIPTS, async () => failure('spawn udevadm ENOENT'))).toMatchObject({
      ok: false,
      error: { code: 'not-found', detail: expect.stringContaining('spawn udevadm ENOENT') },
    })
    expect(await presentSerialPath(RECEIPTS, () => new Promise(() => undefined), 20)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
})

test('a port without a serial number is its path, and nothing is listed for it', async () => {
  const list = (): Promise<never> => Promise.reject(new Error('listed'))
  expect(await presentSerialPath({ path: 'COM5', serialNumber: null }, list)).toEqual(success('COM5'))
})

test('what Windows makes up for an adapter without a serial number is none', () => {
  expect(adapterNumber('A10K0XYZ')).toBe('A10K0XYZ')
  expect(adapterNumber('5&1A2B3C4D&0&2')).toBeNull()
  expect(adapterNumber(' ')).toBeNull()
  expect(adapterNumber(undefined)).toBeNull()
})
