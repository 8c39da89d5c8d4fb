/** What one answer to a repeated question tells. */
export type Activity = 'working' | 'idle' | 'stopped'

/** Between two labels a printer can look idle for a moment. */
const IDLE_ANSWERS_AFTER_WORK = 2
/** A printer at rest for so long has done with what it holds, even where it was never seen at work. */
const REST_MS = 3000

/**
 * Whether a printer that answers at once, whatever waits in its buffer, has done with its job. Seen at work and then idle:
 * it has. An idle answer can be older than its start, so only three seconds of nothing else count. While it is stopped
 * (paper, cover) nobody can tell: what follows decides.
 */
export const isIdleAfterWork = (activities: readonly Activity[], askedEveryMs: number): true | null => {
  if (activities.at(-1) !== 'idle') return null
  const lastWork = activities.findLastIndex((activity) => activity !== 'idle')
  const idleAnswers = activities.length - 1 - lastWork
  const hasWorked = activities[lastWork] === 'working' && idleAnswers >= IDLE_ANSWERS_AFTER_WORK
  return hasWorked || idleAnswers * askedEveryMs > REST_MS ? true : null
}
