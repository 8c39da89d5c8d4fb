/** A value that a later phase of the start gives. Reading it too early is a mistake in the order of the phases. */
export type Late<Value> = { readonly set: (value: Value) => void; readonly get: () => Value }

/** Makes an empty place for a value; `name` stands in the error of reading it too early. */
export const late = <Value>(name: string): Late<Value> => {
  let held: { readonly value: Value } | null = null
  return {
    set: (value) => {
      held = { value }
    },
    get: () => {
      if (held === null) throw new Error(`${name} was asked for before the start had come to it`)
      return held.value
    },
  }
}
