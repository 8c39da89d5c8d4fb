import { afterEach, describe, expect, test, vi } from 'vitest'
import { createGate } from './testing/gate.ts'
import { bytesOf, waitingJob } from './testing/page-queue.ts'
import { createPrintRig, twoPrinters, type PrintRig } from './testing/print-rig.ts'
import { startTcpPrinter, type TcpPrinter } from './transports/testing/tcp-printer.ts'

describe('a visit to a printer', () => {
  const rigs: PrintRig[] = []
  const printers: TcpPrinter[] = []
  const begin = (...parts: Parameters<typeof createPrintRig>): PrintRig => {
    const rig = createPrintRig(...parts)
    rigs.push(rig)
    return rig
  }
  const startGood = async (): Promise<TcpPrinter> => {
    const printer = await startTcpPrinter((socket) => socket.on('end', () => socket.end()))
    printers.push(printer)
    return printer
  }
  const settled = (rig: PrintRig, count: number): Promise<void> =>
    vi.waitFor(() => expect(rig.queue.outcomes.size).toBe(count), { timeout: 5000, interval: 2 })
  afterEach(async () => {
    await Promise.all(rigs.splice(0).map(({ runner }) => runner.stop()))
    await Promise.all(printers.splice(0).map((printer) => printer.stop()))
  })

  test('is made while nothing is sent, and gives what was found', async () => {
    const good = await startGood()
    const { runner } = begin(twoPrinters(good.port, 1), [])
    expect(await runner.visit('r', async () => 'well')).toBe('well')
    await expect(runner.visit('r', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke')
    expect(await runner.visit('r', async () => 'well again')).toBe('well again')
  })

  test('is refused while a job is sent, and not while another printer is sent one', async () => {
    const good = await startGood()
    const slow = await startTcpPrinter((socket) => {
      socket.pause()
      setTimeout(() => socket.resume(), 60)
      socket.on('end', () => socket.end())
    })
    printers.push(slow)
    const rig = begin(twoPrinters(slow.port, good.port), [waitingJob('r1')])
    rig.runner.kick()
    await vi.waitFor(() => expect(rig.runner.state('r')?.work).toBe('sending'), { interval: 1 })
    const work = vi.fn<() => Promise<string>>(async () => 'asked')
    expect(await rig.runner.visit('r', work)).toBe(null)
    expect(work).not.toHaveBeenCalled()
    expect(await rig.runner.visit('l', work)).toBe('asked')
    await settled(rig, 1)
    await vi.waitFor(async () => expect(await rig.runner.visit('r', work)).toBe('asked'))
  })

  test('holds up the jobs that come meanwhile until it ends, and no longer', async () => {
    const good = await startGood()
    const rig = begin(twoPrinters(good.port, 1), [waitingJob('r1')])
    const gate = createGate<string>()
    const visit = rig.runner.visit('r', () => gate.promise)
    // Two at once would disturb each other.
    expect(await rig.runner.visit('r', async () => 'second')).toBe(null)
    rig.runner.kick()
    await vi.waitFor(() => expect(rig.queue.jobs[0]?.state).toBe('sending'), { interval: 1 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(good.connections()).toBe(0)
    gate.open('seen')
    expect(await visit).toBe('seen')
    await settled(rig, 1)
    expect(good.received().equals(Buffer.from(bytesOf('r1')))).toBe(true)
  })

  test('that breaks does not stop the job that waits for it', async () => {
    const good = await startGood()
    const rig = begin(twoPrinters(good.port, 1), [waitingJob('r1')])
    const gate = createGate<Promise<never>>()
    const visit = rig.runner.visit('r', () => gate.promise)
    rig.runner.kick()
    gate.open(Promise.reject(new Error('broke')))
    await expect(visit).rejects.toThrow('broke')
    await settled(rig, 1)
    expect(rig.queue.outcomes.get('r1')?.type).toBe('sent')
  })

  test('is waited for when the runner stops', async () => {
    const { runner } = begin(twoPrinters(1, 1), [])
    const gate = createGate<string>()
    const order: string[] = []
    const visit = runner.visit('r', () => gate.promise)
    const stopped = runner.stop().then(() => order.push('stopped'))
    await new Promise((resolve) => setTimeout(resolve, 10))
    order.push('opened')
    gate.open('seen')
    await stopped
    expect(order).toEqual(['opened', 'stopped'])
    expect(await visit).toBe('seen')
  })
})
