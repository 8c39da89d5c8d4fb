/** A list with the element at `from` moved by one place up (-1) or down (1); the same list where there is no such place. */
export const movePart = <Part>(parts: readonly Part[], from: number, by: -1 | 1): readonly Part[] => {
  const to = from + by
  const moved = parts[from]
  if (moved === undefined || to < 0 || to >= parts.length) return parts
  return parts.toSpliced(from, 1).toSpliced(to, 0, moved)
}
