import { z } from 'zod'
import { askContract, type AskAnswerOf, type AskName, type AskRequestOf } from '../../shared/ipc/contract.ts'
import { parseMessage } from './invoke-handlers.ts'

/** Asks the page one question of the contract. Rejects when the page is gone, is too slow, or answers with another shape. */
export type AskPage = <Name extends AskName>(name: Name, request: AskRequestOf<Name>) => Promise<AskAnswerOf<Name>>

/** The page did not answer: it is not loaded, has gone, was too slow, or its handler failed. */
export class PageAskError extends Error {
  override readonly name = 'PageAskError'
}

const askAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ askId: z.string(), ok: z.literal(true), answer: z.unknown() }),
  z.object({ askId: z.string(), ok: z.literal(false), message: z.string() }),
])

type AskSchemas = { readonly [Name in AskName]: { readonly answer: z.ZodType<AskAnswerOf<Name>> } }
const schemas: AskSchemas = askContract

type PendingAsk = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void }

/** Keeps the questions that main asks the page, by id, until they are answered, too old, or the page is gone. */
export const createAskDesk = (deps: {
  /** Sends to the page; false when there is no loaded page. */
  readonly send: (message: { readonly askId: string; readonly name: AskName; readonly request: unknown }) => boolean
  readonly mintId: () => string
  readonly timeoutMs: number
}): {
  readonly ask: AskPage
  readonly receive: (rawAnswer: unknown) => void
  readonly rejectAll: (why: string) => void
} => {
  const pending = new Map<string, PendingAsk>()

  const waitForAnswer = (name: AskName, request: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const askId = deps.mintId()
      const timer = setTimeout(() => {
        pending.delete(askId)
        reject(new PageAskError(`The page did not answer ${name} within ${String(deps.timeoutMs)} ms`))
      }, deps.timeoutMs)
      pending.set(askId, {
        resolve: (answer) => {
          clearTimeout(timer)
          resolve(answer)
        },
        reject: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      })
      if (deps.send({ askId, name, request })) return
      pending.get(askId)?.reject(new PageAskError(`There is no page to ask ${name}`))
      pending.delete(askId)
    })

  return {
    ask: async <Name extends AskName>(name: Name, request: AskRequestOf<Name>): Promise<AskAnswerOf<Name>> =>
      parseMessage<AskAnswerOf<Name>>(
        schemas[name].answer,
        await waitForAnswer(name, request),
        `The page's answer of ${name}`,
      ),
    receive: (rawAnswer) => {
      const message = parseMessage(askAnswerSchema, rawAnswer, 'The answer of an ask')
      const ask = pending.get(message.askId)
      if (ask === undefined) return
      pending.delete(message.askId)
      if (message.ok) ask.resolve(message.answer)
      else ask.reject(new PageAskError(message.message))
    },
    rejectAll: (why) => {
      const asks = [...pending.values()]
      pending.clear()
      for (const ask of asks) ask.reject(new PageAskError(why))
    },
  }
}
