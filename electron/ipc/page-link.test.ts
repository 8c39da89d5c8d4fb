import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { PageAskError } from './ask-page.ts'
import { createPageLink } from './page-link.ts'

const request = {
  printerId: 'p',
  documents: ['receipt'],
  servedPrinterIds: ['p'],
  knownPrinterIds: ['p'],
  runId: 'run',
  nowMs: 1,
} as const
const askSchema = z.object({ askId: z.string(), name: z.string(), request: z.unknown() })

const openPage = (askTimeoutMs = 1_000) => {
  const sent: { channel: string; message: unknown }[] = []
  let lastId = 0
  const link = createPageLink({ mintId: () => String((lastId += 1)), askTimeoutMs })
  const contents = Object.assign(new EventEmitter(), {
    id: 3,
    isDestroyed: () => false,
    send: (channel: string, message: unknown) => {
      sent.push({ channel, message })
    },
  })
  link.attach(contents)
  const lastAsk = () => askSchema.parse(sent.at(-1)?.message)
  return { link, contents, sent, lastAsk }
}

describe('asking the page', () => {
  test('gives the parsed answer of the question that was asked, in whatever order answers come', async () => {
    const { link, contents, sent } = openPage()
    contents.emit('did-finish-load')
    const first = link.ask('printJobs.claim', request)
    const second = link.ask('outbox.settle', {
      stepId: 's',
      claimId: 'c',
      nowMs: 1,
      durationMs: null,
      outcome: { type: 'released' },
    })
    const [firstId, secondId] = sent.map(({ message }) => askSchema.parse(message).askId)
    link.receiveAskAnswer({ askId: secondId, ok: true, answer: { accepted: true } })
    link.receiveAskAnswer({ askId: firstId, ok: true, answer: { claimed: null } })
    expect(await first).toEqual({ claimed: null })
    expect(await second).toEqual({ accepted: true })
  })

  test('rejects at once when no page is loaded', async () => {
    const { link, sent } = openPage()
    await expect(link.ask('printJobs.claim', request)).rejects.toThrow(PageAskError)
    expect(sent).toEqual([])
  })

  test('rejects with the words of a failed handler', async () => {
    const { link, contents, lastAsk } = openPage()
    contents.emit('did-finish-load')
    const asked = link.ask('printJobs.claim', request)
    link.receiveAskAnswer({ askId: lastAsk().askId, ok: false, message: 'QuotaExceededError' })
    await expect(asked).rejects.toThrow('QuotaExceededError')
  })

  test('rejects an answer of another shape and names the field', async () => {
    const { link, contents, lastAsk } = openPage()
    contents.emit('did-finish-load')
    const asked = link.ask('printJobs.claim', request)
    link.receiveAskAnswer({ askId: lastAsk().askId, ok: true, answer: { claimed: { job: 1 } } })
    await expect(asked).rejects.toThrow('claimed.job')
  })

  test('rejects when the page is too slow, and passes over its late answer', async () => {
    const { link, contents, lastAsk } = openPage(10)
    contents.emit('did-finish-load')
    await expect(link.ask('printJobs.claim', request)).rejects.toThrow('within 10 ms')
    expect(() => {
      link.receiveAskAnswer({ askId: lastAsk().askId, ok: true, answer: { claimed: null } })
    }).not.toThrow()
  })

  test.each([
    ['render-process-gone', {}],
    ['destroyed', {}],
    ['did-start-navigation', { isMainFrame: true, isSameDocument: false }],
  ])('rejects what is open when the page goes by %s', async (event, detail) => {
    const { link, contents } = openPage()
    contents.emit('did-finish-load')
    const asked = link.ask('printJobs.claim', request)
    contents.emit(event, detail)
    await expect(asked).rejects.toThrow(PageAskError)
    expect(link.isLoaded()).toBe(false)
  })

  test('goes on through a navigation inside the page', () => {
    const { link, contents } = openPage()
    contents.emit('did-finish-load')
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    expect(link.isLoaded()).toBe(true)
  })
})

describe('telling the page', () => {
  test('sends only what fits the contract, and only to a loaded page', () => {
    const { link, contents, sent } = openPage()
    link.emit('app.quitHeld', { waitingSales: 2 })
    expect(sent).toEqual([])
    contents.emit('did-finish-load')
    link.emit('app.quitHeld', { waitingSales: 2 })
    expect(sent).toEqual([{ channel: 'app.quitHeld', message: { waitingSales: 2 } }])
    expect(() => {
      link.emit('app.quitHeld', { waitingSales: 0.5 })
    }).toThrow('waitingSales')
  })

  test('tells listeners of every load, and of the one that was already', () => {
    const { link, contents } = openPage()
    let loads = 0
    link.onLoaded(() => {
      loads += 1
    })
    contents.emit('did-finish-load')
    contents.emit('did-finish-load')
    link.onLoaded(() => {
      loads += 10
    })
    expect(loads).toBe(12)
  })
})
