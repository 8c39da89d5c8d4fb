import { failureOfRun } from './cups-queues.ts'
import type { RunProgram } from './run-program.ts'

/** What `lpstat` says of a job. `over`: with the words of what went wrong, empty when nothing did. */
export type CupsJobState =
  | { readonly type: 'waiting' }
  | { readonly type: 'printing'; readonly words: string }
  | { readonly type: 'over'; readonly words: string }
  | { readonly type: 'not-listed'; readonly words: string }

const TIMEOUT_MS = 5000

/** Looks a job up, e.g. `LABEL-12` of the queue `LABEL`. */
export const readCupsJob = async (run: RunProgram, queue: string, jobName: string): Promise<CupsJobState> => {
  const unfinished = await run('lpstat', ['-W', 'not-completed', '-l', '-o', queue], { timeoutMs: TIMEOUT_MS })
  const words = failureOfRun(unfinished)
  if (words !== null || unfinished.type !== 'ended') return { type: 'not-listed', words: words ?? '' }
  const under = findJob(unfinished.stdout, jobName)
  if (under !== null) {
    const isPrinting = under.status !== '' || under.alerts.includes('job-printing')
    return isPrinting ? { type: 'printing', words: under.status } : { type: 'waiting' }
  }
  const finished = await run('lpstat', ['-W', 'completed', '-l', '-o', queue], { timeoutMs: TIMEOUT_MS })
  const done = finished.type === 'ended' ? findJob(finished.stdout, jobName) : null
  if (done === null) return { type: 'not-listed', words: failureOfRun(finished) ?? '' }
  // CUPS says the same of jobs that went well and that were given up, but clears the backend's words only after the first.
  const isCancelled = /cancell?ed|aborted/u.test(done.alerts)
  return { type: 'over', words: done.status === '' && isCancelled ? done.alerts : done.status }
}

/** One job of `lpstat -l -o`: a line that begins with its name, then indented lines. */
export const findJob = (
  listing: string,
  jobName: string,
): { readonly status: string; readonly alerts: string } | null => {
  const lines = listing.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`${jobName} `))
  if (at < 0) return null
  const rest = lines.slice(at + 1)
  const end = rest.findIndex((line) => !/^\s/u.test(line))
  const own = end < 0 ? rest : rest.slice(0, end)
  const field = (name: string): string =>
    own
      .find((line) => line.trim().startsWith(`${name}:`))
      ?.replace(`${name}:`, '')
      .trim() ?? ''
  return { status: field('Status'), alerts: field('Alerts') }
}
