import * as fc from 'fast-check'
import { randomFillSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { propertyRuns, propertyTimeoutMs } from '../../../shared/domain/testing/property-runs.ts'
import { outcomeOf } from '../transport.ts'
import { createMemoryUsb, type MemoryUsb } from './testing/memory-usb.ts'
import { outcomeFaults } from './testing/outcome-faults.ts'
import type { UsbHolder } from './usb-driver.ts'
import { createUsbTransport } from './usb-transport.ts'

const JOB = randomFillSync(new Uint8Array(120_127))
const LIMITS = { chunkTimeoutMs: 20, chunkBytes: 16_384 }
const SETTINGS = { vendorId: 0x0483, productId: 0x5743, serialNumber: 'SN0001' }

const transportTo = ({ port }: MemoryUsb, serialNumber: string | null = 'SN0001', holder: UsbHolder = 'nobody') =>
  createUsbTransport(
    { ...SETTINGS, serialNumber },
    LIMITS,
    () => Promise.resolve(port),
    () => Promise.resolve(holder),
  )
const print = async (usb: MemoryUsb) => outcomeOf(await transportTo(usb).send(JOB), JOB.length)

describe('a job over USB', () => {
  test('arrives byte for byte in chunks, and the driver has its printer again afterwards', async () => {
    const usb = createMemoryUsb({ isDriverBound: true })
    const progress: number[] = []
    const report = await transportTo(usb, 'SN0001', 'driver').send(JOB, { onProgress: (bytes) => progress.push(bytes) })
    expect(outcomeOf(report, JOB.length)).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect(usb.received().equals(JOB)).toBe(true)
    expect(progress).toHaveLength(Math.ceil(JOB.length / LIMITS.chunkBytes))
    expect(usb.calls).toEqual(['open', 'detach', 'claim 1', 'select 1.1', 'release 1', 'attach', 'close'])
  })

  test('goes without a driver where none has the printer', async () => {
    const usb = createMemoryUsb()
    expect((await print(usb)).type).toBe('sent')
    expect(usb.calls).not.toContain('attach')
  })

  test('is not taken from another program', async () => {
    const usb = createMemoryUsb()
    const report = await transportTo(usb, 'SN0001', 'other-program').send(JOB)
    expect(report).toMatchObject({ hasBegun: false, trouble: { code: 'busy' } })
    expect(usb.calls).toEqual(['open', 'close'])
  })

  test('goes to a printer that only listens', async () => {
    const usb = createMemoryUsb({ hasIn: false })
    expect((await print(usb)).type).toBe('sent')
    expect(usb.calls).not.toContain('select 1.1')
  })

  test('fails where the printer is not plugged in, or another one of its kind is', async () => {
    const usb = createMemoryUsb({ serialNumber: 'SN0002' })
    expect(await print(usb)).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
    expect((await transportTo(usb, null).send(JOB)).trouble).toBeNull()
  })

  test.each([
    ['openError', 'open error: failed to open device (permission denied)', 'not-permitted'],
    ['claimError', 'claimInterface error: interface is busy', 'busy'],
    ['openError', 'open error: device disconnected', 'not-found'],
  ] as const)('fails with %s "%s": %s', async (field, words, code) => {
    const usb = createMemoryUsb({ [field]: words })
    expect(await print(usb)).toMatchObject({ type: 'failed', trouble: { code } })
    expect(usb.calls.at(-1)).toBe(field === 'claimError' ? 'close' : 'open')
  })

  test('fails with the system’s words where there is no USB at all', async () => {
    const report = await createUsbTransport(SETTINGS, LIMITS, () =>
      Promise.reject(new Error('getDevices error: /sys/bus/usb/devices/ not found')),
    ).send(JOB)
    expect(report).toMatchObject({ hasBegun: false, trouble: { code: 'not-found' } })
  })

  test('is unknown at the offset before the chunk that timed out', async () => {
    const usb = createMemoryUsb({ stallsAtByte: 40_000, swallows: 5000 })
    expect(await print(usb)).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' }, bytesSent: 32_768 })
    expect(usb.received()).toHaveLength(37_768)
  })

  test('is unknown for want of paper where the port says so', async () => {
    const usb = createMemoryUsb({ stallsAtByte: 0, portStatus: 0x38 })
    expect(await print(usb)).toMatchObject({ type: 'unknown', trouble: { code: 'paper-out' }, bytesSent: 0 })
  })

  test('is unknown when the cable is pulled in the middle', async () => {
    const usb = createMemoryUsb({ leavesAtByte: 50_000 })
    expect(await print(usb)).toMatchObject({ type: 'unknown', trouble: { code: 'cut-off' }, bytesSent: 49_152 })
  })

  test('is unknown when its endpoint stalls, and the next job goes', async () => {
    const usb = createMemoryUsb({ haltsAtByte: 40_000 })
    expect(await print(usb)).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' }, bytesSent: 32_768 })
    expect(usb.calls.slice(-3)).toEqual(['clear out 1', 'release 1', 'close'])
    expect((await print(usb)).type).toBe('sent')
    expect(usb.calls.filter((call) => call.startsWith('clear'))).toHaveLength(1)
  })

  test('leaves nothing on its way that could come later when it is given up', async () => {
    const usb = createMemoryUsb({ stallsAtByte: 40_000 })
    await print(usb)
    usb.putInPaper()
    expect(usb.received()).toHaveLength(32_768)
    expect((await print(usb)).type).toBe('sent')
  })

  test('keeps what the printer says meanwhile', async () => {
    const usb = createMemoryUsb({ says: [{ atByte: 0, bytes: Uint8Array.of(1, 2) }] })
    expect((await transportTo(usb).send(JOB)).answers).toEqual(Buffer.of(1, 2))
  })

  test('is confirmed when the printer answers the question at its end', async () => {
    const question = Uint8Array.of(0x1d, 0x72, 0x01)
    const usb = createMemoryUsb({ says: [{ atByte: JOB.length + question.length, bytes: Uint8Array.of(0) }] })
    const endOfJob = { question, isDone: (answers: Uint8Array) => answers[0] === 0, askAgainEveryMs: 0, timeoutMs: 500 }
    expect(await transportTo(usb).send(JOB, { endOfJob })).toMatchObject({ isConfirmed: true, trouble: null })
  })

  test(
    'never says more than what arrived, wherever it breaks',
    async () => {
      const breaking = fc.record({
        size: fc.integer({ min: 1, max: 60_000 }),
        at: fc.integer({ min: 0, max: 60_000 }),
        swallows: fc.integer({ min: 0, max: 3000 }),
        how: fc.constantFrom('stall', 'leave', 'none'),
      })
      await fc.assert(
        fc.asyncProperty(breaking, async ({ size, at, swallows, how }) => {
          const job = JOB.subarray(0, size)
          const plan = how === 'stall' ? { stallsAtByte: at, swallows } : how === 'leave' ? { leavesAtByte: at } : {}
          const usb = createMemoryUsb({ ...plan, hasIn: false })
          const transport = createUsbTransport(SETTINGS, { chunkTimeoutMs: 1, chunkBytes: 4096 }, () =>
            Promise.resolve(usb.port),
          )
          const outcome = outcomeOf(await transport.send(job), size)
          const received = usb.received()
          expect(outcomeFaults(outcome, job, received)).toEqual([])
          expect(['sent', 'unknown']).toContain(outcome.type)
          expect('bytesSent' in outcome ? outcome.bytesSent : 0).toBeLessThanOrEqual(received.length)
        }),
        { numRuns: propertyRuns(300) },
      )
    },
    propertyTimeoutMs(),
  )
})

describe('asking a USB printer', () => {
  test('gives the port status and its answer', async () => {
    const usb = createMemoryUsb({ portStatus: 0x18, says: [{ atByte: 3, bytes: Uint8Array.of(0x12) }] })
    expect(await transportTo(usb).ask(Uint8Array.of(0x10, 0x04, 0x01), 300)).toEqual({
      type: 'answered',
      answers: Buffer.of(0x12),
      port: { isPaperEmpty: false, isSelected: true, hasError: false },
    })
  })

  test('is silence where neither answers', async () => {
    expect(await transportTo(createMemoryUsb()).ask(Uint8Array.of(1), 40)).toEqual({ type: 'silent', port: null })
  })

  test('finds it absent where it is not plugged in', async () => {
    const usb = createMemoryUsb({ serialNumber: null })
    expect(await transportTo(usb).ask(Uint8Array.of(1), 40)).toMatchObject({ type: 'absent' })
  })
})
