import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { z } from 'zod'
import { carriedValues } from './carried-value.ts'
import type { CarriedAnswer } from './standin-ipc.ts'

/** The names by which page and main find each other's end of the line. */
export const PAGE_CHANNEL = {
  /** Put into the page by the browser: takes one text to main. */
  send: '__standinSend',
  /** Put into the page by its side of the stand-in: takes the answer to one call. */
  answer: '__standinAnswer',
  /** The same for what main tells the page. */
  deliver: '__standinDeliver',
} as const

const callSchema = z.object({ callId: z.number().int(), channel: z.string(), args: z.string() })

export type PageChannel = {
  /** Tells the page something; messages arrive in the order in which they were sent. */
  readonly deliver: (channel: string, args: readonly unknown[]) => void
}

const { toText, fromText } = carriedValues()

/**
 * The line between page and main, over the browser's own debugging protocol: one event there and one evaluation back, where
 * Playwright's bindings take several of each. Calls from other frames than the main one are refused, as main would do.
 */
export const openPageChannel = async (
  context: BrowserContext,
  page: Page,
  onCall: (channel: string, args: readonly unknown[]) => Promise<CarriedAnswer>,
): Promise<PageChannel> => {
  const session: CDPSession = await context.newCDPSession(page)
  const mainFrameId = (await session.send('Page.getFrameTree')).frameTree.frame.id
  const mainContexts = new Set<number>()
  session.on('Runtime.executionContextCreated', ({ context: created }) => {
    if (String(created.auxData?.['frameId']) === mainFrameId && String(created.auxData?.['isDefault']) === 'true')
      mainContexts.add(created.id)
  })
  session.on('Runtime.executionContextsCleared', () => {
    mainContexts.clear()
  })
  const evaluate = (name: string, parts: readonly string[]): void => {
    const expression = `window[${JSON.stringify(name)}]?.(${parts.join(', ')})`
    // The page may be gone or on its way to another document; then there is nobody to tell.
    session.send('Runtime.evaluate', { expression }).catch(() => undefined)
  }
  const answer = async (payload: string): Promise<void> => {
    const call = callSchema.parse(JSON.parse(payload))
    const args = fromText(call.args)
    const carried = await onCall(call.channel, Array.isArray(args) ? args : [])
    evaluate(PAGE_CHANNEL.answer, [String(call.callId), JSON.stringify(toText(carried))])
  }
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== PAGE_CHANNEL.send || !mainContexts.has(executionContextId)) return
    answer(payload).catch((error: unknown) => {
      console.error(`The stand-in could not carry a call: ${String(error)}`)
    })
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: PAGE_CHANNEL.send })
  return {
    deliver: (channel, args) => {
      evaluate(PAGE_CHANNEL.deliver, [JSON.stringify(channel), JSON.stringify(toText(args))])
    },
  }
}
