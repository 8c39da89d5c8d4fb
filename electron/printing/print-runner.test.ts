import { afterEach, describe, expect, test, vi } from 'vitest'
import { bytesOf, waitingJob } from './testing/page-queue.ts'
import { createPrintRig, twoPrinters, type PrintRig } from './testing/print-rig.ts'
import { startTcpPrinter, type TcpPrinter } from './transports/testing/tcp-printer.ts'

describe('print runner', () => {
  const rigs: PrintRig[] = []
  const printers: TcpPrinter[] = []
  const begin = (...parts: Parameters<typeof createPrintRig>): PrintRig => {
    const rig = createPrintRig(...parts)
    rigs.push(rig)
    return rig
  }
  const start = async (...parts: Parameters<typeof startTcpPrinter>): Promise<TcpPrinter> => {
    const printer = await startTcpPrinter(...parts)
    printers.push(printer)
    return printer
  }
  /** Prints what it reads and closes when the till has. */
  const startGood = (): Promise<TcpPrinter> => start((socket) => socket.on('end', () => socket.end()))
  const outcomesOf = (rig: PrintRig): Record<string, string> =>
    Object.fromEntries([...rig.queue.outcomes].map(([id, { type }]) => [id, type]))
  const settled = (rig: PrintRig, count: number): Promise<void> =>
    vi.waitFor(() => expect(rig.queue.outcomes.size).toBe(count), { timeout: 5000, interval: 5 })
  afterEach(async () => {
    await Promise.all(printers.splice(0).map((printer) => printer.stop()))
    await Promise.all(rigs.splice(0).map(({ runner }) => runner.stop()))
  })

  test('prints what waits, in order, byte for byte, each once', async () => {
    const [receipts, labels] = [await startGood(), await startGood()]
    const rig = begin(twoPrinters(receipts.port, labels.port), [
      waitingJob('r1'),
      waitingJob('l1', { document: 'label' }),
      waitingJob('r2'),
      waitingJob('p1', { document: 'pick-list' }),
    ])
    rig.runner.kick()
    await settled(rig, 4)
    expect(outcomesOf(rig)).toEqual({ r1: 'sent', r2: 'sent', p1: 'sent', l1: 'sent' })
    expect(receipts.received().equals(Buffer.concat([bytesOf('r1'), bytesOf('r2'), bytesOf('p1')]))).toBe(true)
    expect(labels.received().equals(Buffer.from(bytesOf('l1')))).toBe(true)
    expect(rig.progress).toContain('r1 64/64')
    await vi.waitFor(() => expect(rig.runner.state('r')).toMatchObject({ work: 'idle', trouble: null, progress: null }))
  })

  test('settles a job before it shows how it ended', async () => {
    const good = await startGood()
    const rig = begin(twoPrinters(good.port, 1), [waitingJob('l1', { document: 'label' }), waitingJob('r1')])
    rig.runner.kick()
    await settled(rig, 2)
    await vi.waitFor(() => expect(rig.runner.state('l')?.work).toBe('failed'))
    const ended = rig.told.filter(({ state }) => state.work === 'failed' || state.work === 'asking')
    expect(ended.length).toBeGreaterThan(0)
    expect(ended.every((told) => told.settled > 0)).toBe(true)
    expect(rig.told.some(({ state }) => state.work === 'sending')).toBe(true)
  })

  test('does not lose a kick that comes while it takes its last look', async () => {
    const good = await startGood()
    const jobs = [waitingJob('r1')]
    const rig = begin(twoPrinters(good.port, good.port), jobs)
    const { claim } = rig.queue
    const late = begin(rig.settings, jobs, {
      claimJob: async (wish) => {
        const claimed = await claim(wish)
        // The job comes when this lane has already seen that none waits.
        if (claimed === null && wish.printerId === 'r' && !jobs.some(({ id }) => id === 'r2')) {
          jobs.push(waitingJob('r2'))
          late.runner.kick()
        }
        return claimed
      },
      settleJob: rig.queue.settle,
    })
    late.runner.kick()
    await settled(rig, 2)
    expect(outcomesOf(rig)).toEqual({ r1: 'sent', r2: 'sent' })
  })

  test('prints receipts while the label printer hangs, and asks about the label that began', async () => {
    const receipts = await startGood()
    const labels = await start(() => undefined, { reads: false })
    const rig = begin(twoPrinters(receipts.port, labels.port), [
      waitingJob('l1', { document: 'label' }),
      waitingJob('r1'),
    ])
    rig.runner.kick()
    await settled(rig, 1)
    expect(outcomesOf(rig)).toEqual({ r1: 'sent' })
    await settled(rig, 2)
    expect(rig.queue.outcomes.get('l1')).toMatchObject({ type: 'unknown', totalBytes: 64 })
    await vi.waitFor(() => expect(rig.runner.state('l')?.work).toBe('asking'))
  })

  test('never sends again what is unknown, however often it is kicked', async () => {
    const labels = await start((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const rig = begin(twoPrinters(1, labels.port), [waitingJob('l1', { document: 'label' })])
    rig.runner.kick()
    await settled(rig, 1)
    for (let kick = 0; kick < 5; kick += 1) {
      rig.runner.kick()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await rig.runner.stop()
    expect(outcomesOf(rig)).toEqual({ l1: 'unknown' })
    expect(labels.connections()).toBe(1)
  })

  test('says of a printer that cannot be reached that nothing left, and goes on', async () => {
    const gone = await startGood()
    await gone.stop()
    const rig = begin(twoPrinters(gone.port, gone.port), [waitingJob('r1'), waitingJob('r2')])
    rig.runner.kick()
    await settled(rig, 2)
    expect(outcomesOf(rig)).toEqual({ r1: 'failed', r2: 'failed' })
    expect(rig.queue.outcomes.get('r2')).toMatchObject({ trouble: { code: 'not-found' } })
    await vi.waitFor(() =>
      expect(rig.runner.state('r')).toMatchObject({ work: 'failed', trouble: { code: 'not-found' } }),
    )
  })

  test('asks the queue again when it cannot be asked, and settles again without printing again', async () => {
    const good = await startGood()
    const rig = begin(twoPrinters(good.port, good.port), [waitingJob('r1')])
    rig.queue.claimFaults.push('not-asked', 'not-asked', 'not-asked')
    rig.queue.settleFaults.push('not-asked', 'answer-lost')
    rig.runner.kick()
    await settled(rig, 1)
    await vi.waitFor(() => expect(rig.runner.state('r')?.work).toBe('idle'))
    expect(good.received().equals(Buffer.from(bytesOf('r1')))).toBe(true)
    expect(rig.logged.filter((line) => line.includes('cannot be asked'))).toHaveLength(3)
    expect(rig.logged.filter((line) => line.includes('cannot be settled'))).toHaveLength(2)
  })

  test('does not print what the queue handed out without its answer arriving', async () => {
    const good = await startGood()
    const rig = begin(twoPrinters(good.port, good.port), [waitingJob('r1'), waitingJob('r2')])
    rig.queue.claimFaults.push('answer-lost')
    rig.runner.kick()
    await settled(rig, 2)
    expect(outcomesOf(rig)).toEqual({ r1: 'unknown', r2: 'sent' })
    expect(good.received().equals(Buffer.from(bytesOf('r2')))).toBe(true)
  })

  test('prints on when whoever is told of it breaks', async () => {
    const good = await startGood()
    const broken = (): never => {
      throw new Error('no window')
    }
    const rig = begin(twoPrinters(good.port, good.port), [waitingJob('r1')], {
      onStateChanged: broken,
      noteProgress: broken,
    })
    rig.runner.kick()
    await settled(rig, 1)
    expect(outcomesOf(rig)).toEqual({ r1: 'sent' })
    expect(rig.logged).toContainEqual(expect.stringContaining('no window'))
  })

  test('finishes the job under way and takes no further one when it is stopped', async () => {
    const printer = await start((socket) => {
      socket.pause()
      setTimeout(() => socket.resume(), 50)
      socket.on('end', () => socket.end())
    })
    const rig = begin(twoPrinters(printer.port, 1), [waitingJob('r1'), waitingJob('r2')])
    rig.runner.kick()
    await vi.waitFor(() => expect(rig.runner.state('r')?.work).toBe('sending'))
    await rig.runner.stop()
    expect(outcomesOf(rig)).toEqual({ r1: 'sent' })
    rig.runner.kick()
    expect(rig.queue.jobs.map(({ state }) => state)).toEqual(['sent', 'waiting'])
    expect(await rig.runner.visit('r', async () => 'asked')).toBe(null)
  })
})
