/** Makes a `switch` exhaustive at compile time; throws if an unknown variant arrives at run time. */
export const assertNever = (value: never, what: string): never => {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`)
}
