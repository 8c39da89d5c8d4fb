const sequenceOf = (base: string, name: string): number | null => {
  if (name === base) return 0
  const suffix = name.startsWith(`${base}-`) ? name.slice(base.length + 1) : ''
  return /^[1-9]\d{0,8}$/.test(suffix) ? Number(suffix) : null
}

/** Those of `existing` that are the till's, oldest first: `base`, `base-1`, `base-2` … The last one is in use. */
export const databaseNames = (base: string, existing: readonly string[]): readonly string[] =>
  existing
    .flatMap((name) => {
      const sequence = sequenceOf(base, name)
      return sequence === null ? [] : [{ name, sequence }]
    })
    .sort((left, right) => left.sequence - right.sequence)
    .map(({ name }) => name)

/** The name after `current`, which is set aside. */
export const nextDatabaseName = (base: string, current: string): string =>
  `${base}-${(sequenceOf(base, current) ?? 0) + 1}`
