/** Works that share a name take turns; those of different names do not wait for each other. */
export type Turns = {
  /** Runs works of the same name one after the other, in the order in which they were asked for. */
  readonly take: <Value>(name: string, work: () => Promise<Value>) => Promise<Value>
  /** Whether a work of this name is under way or waits. */
  readonly isTaken: (name: string) => boolean
}

/** Turns of which nobody has one yet. A work that fails does not stop those behind it. */
export const takingTurns = (): Turns => {
  const last = new Map<string, Promise<unknown>>()
  return {
    take: async (name, work) => {
      const before = last.get(name)
      const turn = before === undefined ? work() : before.then(work, work)
      last.set(name, turn)
      try {
        return await turn
      } finally {
        if (last.get(name) === turn) last.delete(name)
      }
    },
    isTaken: (name) => last.has(name),
  }
}
