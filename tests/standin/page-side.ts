import { carriedValues } from './carried-value.ts'
import { PAGE_CHANNEL } from './page-channel.ts'

/** Carries a call of the page's `ipcRenderer` to the main process. */
type Carry = (channel: string, args: readonly unknown[]) => Promise<unknown>
type Listener = (event: object, ...args: readonly unknown[]) => void

/**
 * Runs inside the page, before its scripts, as source text: so it may use nothing from outside of itself. Gives the built
 * preload a small `require('electron')`, and copies all that crosses the bridge as Electron's contextBridge does: plain
 * values are structured-cloned, functions become proxies, objects are frozen.
 */
export const installPageSide = (
  origin: string,
  names: typeof PAGE_CHANNEL,
  { toText, fromText }: ReturnType<typeof carriedValues>,
  runPreload: (require: (name: string) => unknown) => void,
): void => {
  if (window.top !== window || location.origin !== origin) return

  // As it is now: a library may put its own class in this place for the time of a task, as Dexie does in its transactions.
  const NativePromise = Promise
  const open = new Map<number, (answer: unknown) => void>()
  let lastCallId = 0
  const carry: Carry = (channel, args) => {
    const send: unknown = Reflect.get(window, names.send)
    if (typeof send !== 'function') return NativePromise.reject(new Error('The main process is not there'))
    const callId = (lastCallId += 1)
    const text = JSON.stringify({ callId, channel, args: toText(structuredClone(args)) })
    return new NativePromise((resolve) => {
      open.set(callId, resolve)
      Reflect.apply(send, undefined, [text])
    })
  }
  Object.defineProperty(window, names.answer, {
    value: (callId: number, text: string) => {
      open.get(callId)?.(fromText(text))
      open.delete(callId)
    },
  })

  const listeners = new Map<string, Set<Listener>>()
  const only = (name: string, parts: object): object =>
    new Proxy(Object.freeze(parts), {
      get: (target, key) => {
        if (Reflect.has(target, key) || typeof key === 'symbol') return Reflect.get(target, key)
        throw new Error(`The stand-in has no ${name}.${key}`)
      },
    })

  const acrossBridge = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]): unknown => acrossBridge(Reflect.apply(value, undefined, args.map(acrossBridge)))
    }
    if (value instanceof NativePromise) return value.then(acrossBridge)
    return structuredClone(value)
  }
  const freezeApi = (api: object): object =>
    Object.freeze(
      Object.fromEntries(
        Object.entries(api).map(([key, value]) => {
          const part: unknown = value
          return [key, typeof part === 'object' && part !== null ? freezeApi(part) : acrossBridge(part)]
        }),
      ),
    )

  const electron = only('electron', {
    contextBridge: only('contextBridge', {
      exposeInMainWorld: (name: string, api: object) => {
        Object.defineProperty(window, name, { value: freezeApi(api), enumerable: true })
      },
    }),
    ipcRenderer: only('ipcRenderer', {
      invoke: async (channel: string, ...args: unknown[]) => {
        const answer = await carry(channel, args)
        if (typeof answer === 'object' && answer !== null && 'failure' in answer) {
          throw new Error(`Error invoking remote method '${channel}': ${String(answer.failure)}`)
        }
        return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined
      },
      on: (channel: string, listener: Listener) => {
        const known = listeners.get(channel) ?? new Set()
        listeners.set(channel, known.add(listener))
      },
      off: (channel: string, listener: Listener) => {
        listeners.get(channel)?.delete(listener)
      },
    }),
  })

  Object.defineProperty(window, names.deliver, {
    value: (channel: string, text: string) => {
      for (const listener of listeners.get(channel) ?? []) {
        const args = fromText(text)
        listener(Object.freeze({}), ...(Array.isArray(args) ? args : []))
      }
    },
  })
  // Lets main hold the window open, as Electron's `close` event does.
  window.addEventListener('beforeunload', (event) => {
    event.preventDefault()
  })

  // Electron asks main before a window opens, and main denies every one. Chromium alone would begin to load it before it
  // can be closed again.
  Object.defineProperty(window, 'open', { value: () => null })

  runPreload((name) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot require ${name}`)
  })
}

/** The init script of the page: the function above and the built preload, as one text. */
export const pageSideScript = (origin: string, preloadSource: string): string =>
  // `__name` is what esbuild-based loaders leave in a function's text.
  `(() => {
  const __name = (value) => value
  ;(${installPageSide.toString()})(${JSON.stringify(origin)}, ${JSON.stringify(PAGE_CHANNEL)}, (${carriedValues.toString()})(), (require) => {
    const exports = {}
    const module = { exports }
    ;(function (require, module, exports) {
${preloadSource}
    })(require, module, exports)
  })
})()`
