import { describe, expect, test } from 'vitest'
import type { Printer } from '../../shared/domain/printer.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { labelPrinter } from '../../shared/domain/usual-printers.ts'
import { recoverAfterCut } from './recover-after-cut.ts'
import { rememberingCuts } from './remember-cuts.ts'
import { nothingLeft, type SendOptions, type TransportReport } from './transport.ts'

const PRINTER = labelPrinter('l', 'Label', { type: 'spooler', name: 'L' })
const HEAD = recoverAfterCut(PRINTER).length
const JOB = Uint8Array.from({ length: 10 }, (_none, index) => index)

type End = 'whole' | 'nothing' | 'not-confirmed' | 'breaks' | number

/** Sends job after job, each with its end (a number: stops there, the head included), and gives how long what was sent was. */
const sendAll = async (
  ends: readonly (End | readonly [End, string])[],
  isFreed = false,
  leftBehind: readonly string[] = [],
) => {
  const remember = rememberingCuts(async () => leftBehind)
  const lengths: number[] = []
  const reports: (TransportReport | string)[] = []
  const progress: number[] = []
  for (const each of ends) {
    const [end, way]: readonly [End, string] = typeof each === 'object' ? each : [each, 'a']
    const send = async (bytes: Uint8Array, options: SendOptions = {}): Promise<TransportReport> => {
      lengths.push(bytes.length)
      if (end === 'nothing') return nothingLeft(printTrouble('busy'))
      if (end === 'breaks') throw new Error('broke')
      const acceptedBytes = typeof end === 'number' ? end : bytes.length
      options.onProgress?.(acceptedBytes)
      const trouble = end === 'whole' ? null : printTrouble(end === 'not-confirmed' ? end : 'stalled')
      return { acceptedBytes, hasBegun: true, trouble, answers: new Uint8Array(), isConfirmed: false }
    }
    const transport = remember({ way, printer: PRINTER, isFreed }, { send, ask: async () => ({ type: 'deaf' }) })
    reports.push(
      await transport
        .send(JOB, { onProgress: (count) => progress.push(count) })
        .catch((error: unknown) => String(error)),
    )
  }
  return { lengths, reports, progress }
}

describe('a machine that was cut off in the middle of a job', () => {
  test('is freed before the next job, once', async () => {
    const { lengths, reports, progress } = await sendAll([4, 'whole', 'whole'])
    expect(lengths).toEqual([10, HEAD + 10, 10])
    expect(reports).toMatchObject([{ acceptedBytes: 4 }, { acceptedBytes: 10, trouble: null }, { acceptedBytes: 10 }])
    expect(progress).toEqual([4, 10, 10])
  })

  test('stays so while jobs fail of which nothing left', async () => {
    expect((await sendAll([4, 'nothing', 'nothing', 'whole', 'whole'])).lengths).toEqual([
      10,
      HEAD + 10,
      HEAD + 10,
      HEAD + 10,
      10,
    ])
  })

  test('is one that was cut again, in what frees it as well', async () => {
    const { lengths, reports } = await sendAll([4, 3, 'whole'])
    expect(lengths).toEqual([10, HEAD + 10, HEAD + 10])
    expect(reports[1]).toMatchObject({ acceptedBytes: 0, hasBegun: true })
  })

  test('is one whose transport broke', async () => {
    const { lengths, reports } = await sendAll(['breaks', 'whole'])
    expect(lengths).toEqual([10, HEAD + 10])
    expect(reports[0]).toBe('Error: broke')
  })

  test('is one of which the system took everything and that then broke or did not say that it was done', async () => {
    expect((await sendAll(['not-confirmed', 'whole', 'whole'])).lengths).toEqual([10, HEAD + 10, 10])
    expect((await sendAll([10, 'whole', 'whole'])).lengths).toEqual([10, HEAD + 10, 10])
  })

  test('is none where nothing left, and no other machine', async () => {
    expect((await sendAll(['nothing', 'whole'])).lengths).toEqual([10, 10])
    expect((await sendAll([4, ['whole', 'b']])).lengths).toEqual([10, 10])
  })

  test('is not freed twice when the job does it itself', async () => {
    expect((await sendAll([4, 'whole'], true)).lengths).toEqual([10, 10])
  })

  test('is freed as it was set up when it was cut: what it waits for is as large as its labels were', async () => {
    const media = { type: 'labels', widthMm: 33, heightMm: 15, across: 1, columnGapMm: 0 } as const
    const small: Printer = { ...PRINTER, id: 's', media: { ...media, separator: { type: 'gap', gapMm: 3 } } }
    const sent: number[] = []
    const remember = rememberingCuts()
    const print = (printer: Printer, isFreed: boolean, acceptedBytes: number | null) =>
      remember(
        { way: 'a', printer, isFreed },
        {
          send: async (bytes) => {
            sent.push(bytes.length)
            const trouble = acceptedBytes === null ? null : printTrouble('stalled')
            return {
              ...nothingLeft(printTrouble('stalled')),
              hasBegun: true,
              acceptedBytes: acceptedBytes ?? bytes.length,
              trouble,
            }
          },
          ask: async () => ({ type: 'deaf' }),
        },
      ).send(JOB)
    await print(PRINTER, false, 4)
    await print(small, false, 4)
    await print(small, true, null)
    await print(small, false, 4)
    await print(small, true, null)
    await print(small, false, null)
    expect(sent).toEqual([10, HEAD + 10, HEAD + 10, 10, 10, 10])
  })

  test('in an earlier run is freed before its first job of this one, once; others are not', async () => {
    expect((await sendAll(['whole', 'whole'], false, ['a'])).lengths).toEqual([HEAD + 10, 10])
    expect((await sendAll(['nothing', 'whole', 'whole'], false, ['a'])).lengths).toEqual([HEAD + 10, HEAD + 10, 10])
    expect((await sendAll(['whole'], false, ['another'])).lengths).toEqual([10])
    expect((await sendAll(['whole'], true, ['a'])).lengths).toEqual([10])
  })
})
