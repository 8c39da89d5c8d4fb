/** Lets at most `limit` run at once; the others wait in the order in which they came. */
export type InFlightGate = {
  readonly enter: () => Promise<void>
  readonly leave: () => void
}

export const createInFlightGate = (limit: number): InFlightGate => {
  let inside = 0
  const waiting: (() => void)[] = []
  return {
    enter: async () => {
      if (inside < limit) {
        inside += 1
        return
      }
      // The one who leaves hands over its place, so `inside` does not change.
      await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave: () => {
      const next = waiting.shift()
      if (next === undefined) inside -= 1
      else next()
    },
  }
}
