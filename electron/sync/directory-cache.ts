/** Names and numbers that a service knows the shop's set-up by: read once, shared by all who ask, read again after `forget`. */
export type DirectoryCache<Answer> = {
  readonly read: () => Promise<Answer>
  readonly forget: () => void
}

/** Keeps the first answer for which `isUsable` holds. */
export const createDirectoryCache = <Answer>(
  load: () => Promise<Answer>,
  isUsable: (answer: Answer) => boolean,
): DirectoryCache<Answer> => {
  let kept: Promise<Answer> | null = null
  return {
    read: async () => {
      if (kept !== null) return kept
      const loading = load()
      kept = loading
      try {
        const answer = await loading
        if (!isUsable(answer) && kept === loading) kept = null
        return answer
      } catch (error) {
        if (kept === loading) kept = null
        throw error
      }
    },
    forget: () => {
      kept = null
    },
  }
}
