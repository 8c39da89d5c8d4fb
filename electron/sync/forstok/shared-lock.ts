/** Many may hold it shared, or one alone. Who waits to be alone goes before those who come later, so that it is never starved. */
export type SharedLock = {
  readonly shared: <Value>(work: () => Promise<Value>) => Promise<Value>
  readonly exclusive: <Value>(work: () => Promise<Value>) => Promise<Value>
}

export const createSharedLock = (): SharedLock => {
  let lastExclusive: Promise<unknown> = Promise.resolve()
  const sharing = new Set<Promise<unknown>>()

  return {
    shared: async (work) => {
      const before = lastExclusive
      const run = (async () => {
        await before
        return work()
      })()
      // Whoever wants to be alone waits for the end, however it went.
      const ended = run.then(
        () => undefined,
        () => undefined,
      )
      sharing.add(ended)
      try {
        return await run
      } finally {
        sharing.delete(ended)
      }
    },
    exclusive: async (work) => {
      const before = [lastExclusive, ...sharing]
      const run = (async () => {
        await Promise.all(before)
        return work()
      })()
      lastExclusive = run.then(
        () => undefined,
        () => undefined,
      )
      return run
    },
  }
}
