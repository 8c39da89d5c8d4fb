/**
 * Runs one job at a time. Who asks before a run has begun its work shares it; who asks later shares the next one, since the run under
 * way cannot know of what happened after it began.
 */
export const createSharedRun = <Value>(
  prepare: () => Promise<void>,
  work: () => Promise<Value>,
): (() => Promise<Value>) => {
  let gathering: Promise<Value> | null = null
  let last: Promise<unknown> = Promise.resolve()
  return async () => {
    if (gathering !== null) return gathering
    const previous = last
    const run = (async () => {
      await previous.catch(() => undefined)
      try {
        await prepare()
      } finally {
        gathering = null
      }
      return work()
    })()
    gathering = run
    last = run
    return run
  }
}
