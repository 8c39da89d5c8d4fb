import { describe, expect, test } from 'vitest'
import type { TransportSettings } from './printer.ts'
import { isSameWay, machineOf } from './same-way.ts'
import { receiptPrinter } from './usual-printers.ts'

describe('a serial port that was found', () => {
  const found = { type: 'serial', path: 'COM3', baudRate: 9600, serialNumber: 'A1' } as const

  test('is known by the number of its adapter, on whatever path and at whatever speed', () => {
    expect(isSameWay({ ...found, path: 'COM7', baudRate: 115_200 }, found)).toBe(true)
    expect(isSameWay({ ...found, serialNumber: 'B2' }, found)).toBe(false)
  })

  test('is known by its path where one of both has no number', () => {
    expect(isSameWay({ ...found, serialNumber: null }, found)).toBe(true)
    expect(isSameWay({ ...found, path: 'COM7', serialNumber: null }, found)).toBe(false)
    expect(isSameWay({ ...found, path: 'COM7' }, { ...found, serialNumber: null })).toBe(false)
    expect(isSameWay({ type: 'device', path: 'COM3' }, found)).toBe(false)
  })
})

describe('the machine behind several set-ups', () => {
  const serial = (path: string, serialNumber: string | null, baudRate = 9600): TransportSettings => ({
    type: 'serial',
    path,
    baudRate,
    serialNumber,
  })
  const machines = (...transports: readonly TransportSettings[]): readonly number[] => {
    const printers = transports.map((transport, index) => receiptPrinter(String(index), 'Struk', transport))
    const names = printers.map((printer) => machineOf(printer, printers))
    return names.map((name) => names.indexOf(name))
  }

  test('is one for an adapter set up on two paths, and two for two adapters set up on one path', () => {
    expect(machines(serial('COM5', 'A1'), serial('COM7', 'A1', 115_200))).toEqual([0, 0])
    expect(machines(serial('COM5', 'A1'), serial('COM5', 'B2'))).toEqual([0, 1])
  })

  test('is one where a set-up by path alone leads to it', () => {
    expect(machines(serial('COM5', null), serial('COM5', 'A1'), serial('COM7', 'A1'))).toEqual([0, 0, 0])
    expect(machines(serial('COM7', 'A1'), serial('COM6', null), serial('COM5', 'A1'))).toEqual([0, 1, 0])
  })

  test('is one for each practice printer, and for each other way', () => {
    const usb = { type: 'usb', vendorId: 1, productId: 2, serialNumber: 'SN' } as const
    expect(machines({ type: 'practice' }, { type: 'practice' }, usb, usb, { ...usb, serialNumber: null })).toEqual([
      0, 1, 2, 2, 4,
    ])
  })
})
