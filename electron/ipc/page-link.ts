import type { z } from 'zod'
import { eventContract, type AskName, type EventName, type EventOf } from '../../shared/ipc/contract.ts'
import { createAskDesk, type AskPage } from './ask-page.ts'
import { ASK_CHANNEL } from './channels.ts'
import { parseMessage } from './invoke-handlers.ts'

/** Tells the page something of the contract. Without a loaded page nothing happens: the page reads the state when it starts. */
export type EmitToPage = <Name extends EventName>(name: Name, event: EventOf<Name>) => void

/** The parts of a page's WebContents that the link uses. */
export type PageContents = {
  readonly id: number
  readonly send: (channel: string, message: unknown) => void
  readonly isDestroyed: () => boolean
  readonly on: ((event: 'did-finish-load', listener: () => void) => unknown) &
    ((event: 'render-process-gone', listener: () => void) => unknown) &
    ((event: 'destroyed', listener: () => void) => unknown) &
    ((
      event: 'did-start-navigation',
      listener: (event: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
    ) => unknown)
}

/** Main's side of the line to the one page: questions, events, and whose messages are trusted. */
export type PageLink = {
  readonly attach: (contents: PageContents) => void
  /** The id of the page's contents, the only trusted sender; null before there is a window. */
  readonly contentsId: () => number | null
  readonly isLoaded: () => boolean
  /** Called each time the page has loaded, and at once when it is loaded now. */
  readonly onLoaded: (listener: () => void) => void
  readonly ask: AskPage
  readonly emit: EmitToPage
  readonly receiveAskAnswer: (rawAnswer: unknown) => void
}

type EventSchemas = { readonly [Name in EventName]: z.ZodType<EventOf<Name>> }
const eventSchemas: EventSchemas = eventContract

/** Builds the link. Questions that are open when the page reloads or dies are rejected at once. */
export const createPageLink = (deps: { readonly mintId: () => string; readonly askTimeoutMs: number }): PageLink => {
  let page: PageContents | null = null
  let isLoaded = false
  const loadedListeners: (() => void)[] = []

  const sendToPage = (channel: string, message: unknown): boolean => {
    if (page === null || !isLoaded || page.isDestroyed()) return false
    page.send(channel, message)
    return true
  }
  const desk = createAskDesk({
    send: (message: { readonly askId: string; readonly name: AskName; readonly request: unknown }) =>
      sendToPage(ASK_CHANNEL, message),
    mintId: deps.mintId,
    timeoutMs: deps.askTimeoutMs,
  })
  const lose = (why: string) => () => {
    isLoaded = false
    desk.rejectAll(why)
  }

  return {
    attach: (contents) => {
      page = contents
      isLoaded = false
      contents.on('did-finish-load', () => {
        isLoaded = true
        for (const listener of loadedListeners) listener()
      })
      contents.on('did-start-navigation', (event) => {
        if (event.isMainFrame && !event.isSameDocument) lose('The page was loaded again')()
      })
      contents.on('render-process-gone', lose('The page is gone'))
      contents.on('destroyed', lose('The window was closed'))
    },
    contentsId: () => (page === null || page.isDestroyed() ? null : page.id),
    isLoaded: () => isLoaded,
    onLoaded: (listener) => {
      loadedListeners.push(listener)
      if (isLoaded) listener()
    },
    ask: desk.ask,
    emit: <Name extends EventName>(name: Name, event: EventOf<Name>) => {
      sendToPage(name, parseMessage<EventOf<Name>>(eventSchemas[name], event, `The event ${name}`))
    },
    receiveAskAnswer: desk.receive,
  }
}
