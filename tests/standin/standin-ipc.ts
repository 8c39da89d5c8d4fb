import type { IpcMain } from 'electron'

/** The event that a handler of `ipcMain.handle` is given, as far as Konter reads it. */
export type StandinInvokeEvent = {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly url: string; readonly parent: null }
}

type Handler = (event: StandinInvokeEvent, ...args: unknown[]) => unknown

/** Answer of a message on its way back to the page: a value, or the words of the error. */
export type CarriedAnswer = { readonly value: unknown } | { readonly failure: string }

/** Electron's `ipcMain`, as far as Konter uses it. */
export class StandinIpcMain {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: Parameters<IpcMain['handle']>[0], handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  /** Runs a handler for the page; what it throws becomes words, since Electron gives the page no more either. */
  async dispatch(event: StandinInvokeEvent, channel: string, args: readonly unknown[]): Promise<CarriedAnswer> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) return { failure: `Error: No handler registered for '${channel}'` }
    try {
      return { value: structuredClone(await handler(event, ...args)) }
    } catch (error) {
      return { failure: String(error) }
    }
  }
}
