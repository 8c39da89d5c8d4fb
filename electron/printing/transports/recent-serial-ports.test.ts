import { expect, test } from 'vitest'
import { failure, success } from '../../../shared/domain/result.ts'
import { keepingSerialPorts } from './recent-serial-ports.ts'
import type { SerialPortInfo } from './serial-port.ts'
import { createSerialTransport } from './serial-transport.ts'

const LIMITS = { stallTimeoutMs: 50, closeTimeoutMs: 50 }
/** A system whose ports can be changed, and that counts how often it was asked for them. */
const createSystem = () => {
  const system = { ports: [] as readonly SerialPortInfo[], isBroken: false, listed: 0, nowMs: 0 }
  const lists = keepingSerialPorts(
    async () => {
      system.listed += 1
      return system.isBroken ? failure('broken') : success([...system.ports])
    },
    () => system.nowMs,
  )
  return Object.assign(system, { lists })
}
const port = (path: string): SerialPortInfo => ({ path, maker: '', serialNumber: 'A1' })

test('the ports are listed once for the questions of five seconds, and anew whenever now counts', async () => {
  const system = createSystem()
  system.ports = [port('COM3')]
  await system.lists.recently()
  system.nowMs = 4999
  system.ports = [port('COM4')]
  expect(await system.lists.recently()).toEqual(success([port('COM3')]))
  expect(system.listed).toBe(1)
  expect(await system.lists.now()).toEqual(success([port('COM4')]))
  system.nowMs += 5000
  await system.lists.recently()
  expect(system.listed).toBe(3)
})

test('a list that failed is not kept', async () => {
  const system = createSystem()
  system.isBroken = true
  expect(await system.lists.recently()).toEqual(failure('broken'))
  system.isBroken = false
  expect(await system.lists.recently()).toEqual(success([]))
})

test('a printer is asked where it was a moment ago and looked for anew when it is not there; a job looks first', async () => {
  const system = createSystem()
  const opened: string[] = []
  const open = (path: string): Promise<never> => {
    opened.push(path)
    return Promise.reject(new Error('no such port'))
  }
  const settings = { path: 'COM3', baudRate: 9600, serialNumber: 'A1' }
  const transport = createSerialTransport(settings, LIMITS, open, system.lists)
  system.ports = [port('COM4')]
  await system.lists.now()
  system.ports = [port('COM5')]
  await transport.ask(Uint8Array.of(1), 10)
  await transport.ask(Uint8Array.of(1), 10)
  await system.lists.now()
  system.ports = [port('COM6')]
  await transport.send(Uint8Array.of(1))
  expect(opened).toEqual(['COM4', 'COM5', 'COM6'])
  system.ports = [{ ...port('COM3'), serialNumber: 'B2' }]
  await transport.ask(Uint8Array.of(1), 10)
  system.ports = [port('COM7')]
  await transport.ask(Uint8Array.of(1), 10)
  expect(opened.slice(3)).toEqual(['COM7'])
})
