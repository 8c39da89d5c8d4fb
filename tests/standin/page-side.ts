/** Carries a call of the page's `ipcRenderer` to the main process. */
type Carry = (channel: string, args: readonly unknown[]) => Promise<unknown>
type Listener = (event: object, ...args: readonly unknown[]) => void

/**
 * Runs inside the page, before its scripts, as source text: so it may use nothing from outside of itself. Gives the built
 * preload a small `require('electron')`, and copies all that crosses the bridge as Electron's contextBridge does: plain
 * values are structured-cloned, functions become proxies, objects are frozen.
 */
export const installPageSide = (origin: string, runPreload: (require: (name: string) => unknown) => void): void => {
  if (window.top !== window || location.origin !== origin) return

  // As it is now: a library may put its own class in this place for the time of a task, as Dexie does in its transactions.
  const NativePromise = Promise
  const find = (name: string): unknown => Reflect.get(window, name)
  const carry: Carry = (channel, args) => {
    const invoke = find('__standinInvoke')
    if (typeof invoke !== 'function') return NativePromise.reject(new Error('The main process is not there'))
    const answer: unknown = invoke(channel, structuredClone(args))
    return NativePromise.resolve(answer)
  }

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

  Object.defineProperty(window, '__standinDeliver', {
    value: (channel: string, args: readonly unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener(Object.freeze({}), ...structuredClone(args))
    },
  })
  // Lets main hold the window open, as Electron's `close` event does.
  window.addEventListener('beforeunload', (event) => {
    event.preventDefault()
  })

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
  ;(${installPageSide.toString()})(${JSON.stringify(origin)}, (require) => {
    const exports = {}
    const module = { exports }
    ;(function (require, module, exports) {
${preloadSource}
    })(require, module, exports)
  })
})()`
