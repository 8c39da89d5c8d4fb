import { expect, test } from 'vitest'
import { overhearPrinter } from '../overhear-printer.ts'
import { questionsFor } from '../printer-questions.ts'
import { outcomeOf } from '../transport.ts'
import { askOnLine, troubleAtEnd, type PrinterLine } from './printer-line.ts'
import { createMemoryUsb } from './testing/memory-usb.ts'
import { createUsbTransport } from './usb-transport.ts'

/** A line on which something lies already, and on which every question is answered after a while. */
const lineWith = (lying: Uint8Array, answer: Uint8Array, afterMs: number): PrinterLine => {
  let there = [lying]
  return {
    say: async () => {
      setTimeout(() => there.push(answer), afterMs)
      return true
    },
    hear: async (timeoutMs) => {
      const endsAt = performance.now() + timeoutMs
      do {
        const heard = Buffer.concat(there)
        there = []
        if (heard.length > 0) return heard
        await new Promise((resolve) => setTimeout(resolve, 2))
      } while (performance.now() < endsAt)
      return new Uint8Array()
    },
  }
}
const { question, read } = questionsFor('tspl').status
const PAPER_OUT = Uint8Array.of(0x04)
const WELL = Uint8Array.of(0x00)
const isWhole = (answers: Uint8Array): boolean => read(answers) !== null

test('the late answer to an earlier question is not taken for this one', async () => {
  const answers = await askOnLine(lineWith(PAPER_OUT, WELL, 20), question, 500, isWhole)
  expect([...answers]).toEqual([...WELL])
})

test('a printer that leaves the end of its job unanswered and says that it waits for a person has not printed it', () => {
  const wanting = { wants: () => 'paper-out' as const, onPort: () => undefined, onSaid: () => undefined }
  expect(troubleAtEnd('silent', wanting)).toMatchObject({ code: 'paper-out' })
  expect(troubleAtEnd('denied', wanting)).toMatchObject({ code: 'paper-out' })
  expect(troubleAtEnd('confirmed', wanting)).toBeNull()
  expect(troubleAtEnd('silent', { ...wanting, wants: () => null })).toBeNull()
  expect(troubleAtEnd('denied', undefined)).toMatchObject({ code: 'not-confirmed' })
})

test('a receipt that is taken whole while the port reports no paper is asked about', async () => {
  const usb = createMemoryUsb({ portStatus: 0x30 })
  const overhearing = overhearPrinter('escpos', () => undefined)
  const { endOfJob } = questionsFor('escpos')
  const transport = createUsbTransport(
    { vendorId: 0x0483, productId: 0x5743, serialNumber: 'SN0001' },
    undefined,
    async () => usb.port,
  )
  const bytes = new Uint8Array(1000)
  const report = await transport.send(bytes, {
    overhearing,
    endOfJob: { ...overhearing.alsoAtEnd(endOfJob), timeoutMs: 1500 },
  })
  expect(outcomeOf(report, bytes.length)).toMatchObject({ type: 'unknown', trouble: { code: 'paper-out' } })
})
