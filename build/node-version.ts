const OLDEST = { major: 20, minor: 19 } as const

/** Null when this Node will do, otherwise the one line to show. */
export const nodeVersionProblem = (version: string): string | null => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return null
  return `Konter needs Node ${String(OLDEST.major)}.${String(OLDEST.minor)} or newer; this is ${version}.`
}
