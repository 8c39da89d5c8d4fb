/** A promise that a test opens when it wants to. */
export type Gate<Value> = { readonly promise: Promise<Value>; readonly open: (value: Value) => void }

/** A closed gate. */
export const createGate = <Value>(): Gate<Value> => {
  let open: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => {
    open = resolve
  })
  return { promise, open: (value) => open(value) }
}
