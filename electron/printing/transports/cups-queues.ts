import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { runProgram, type ProgramRun, type RunProgram } from './run-program.ts'

/** A queue of CUPS and the device behind it, e.g. `usb://XPRINTER/XP-420B?serial=SN0001`. */
export type CupsQueue = { readonly queue: string; readonly deviceUri: string }

const TIMEOUT_MS = 5000

/** The words of a run that did not do its work; null when it did. */
export const failureOfRun = (run: ProgramRun): string | null => {
  if (run.type !== 'ended') return run.detail
  return run.code === 0 ? null : run.stderr === '' ? `exit ${String(run.code)}` : run.stderr
}

/** The queues of this computer's CUPS; the failure is the system's words, e.g. where there is no CUPS. */
export const listCupsQueues = async (run: RunProgram = runProgram): Promise<Result<CupsQueue[], string>> => {
  const listed = await run('lpstat', ['-v'], { timeoutMs: TIMEOUT_MS })
  const words = failureOfRun(listed)
  if (words !== null || listed.type !== 'ended') {
    return words !== null && /no destinations added/iu.test(words) ? success([]) : failure(words ?? '')
  }
  return success(
    [...listed.stdout.matchAll(/^device for ([^\s:]+): (.+)$/gmu)].map(([, queue = '', deviceUri = '']) => ({
      queue,
      deviceUri,
    })),
  )
}

/** The option by which a queue gives up what its printer cannot take. */
export const ABORTS_JOBS = 'printer-error-policy=abort-job'

/**
 * Makes a queue give a job up when its printer cannot take it, instead of printing it hours later. May need rights that the
 * user does not have; the failure is the system's words.
 */
export const ensureAbortPolicy = async (queue: string, run: RunProgram = runProgram): Promise<Result<null, string>> => {
  const queues = await listCupsQueues(run)
  if (!queues.ok) return queues
  // lpadmin would make a queue that is not there.
  if (!queues.value.some((each) => each.queue === queue)) return failure(`${queue}: no such queue`)
  const values = ['-p', queue, '-o', ABORTS_JOBS]
  const words = failureOfRun(await run('lpadmin', values, { timeoutMs: TIMEOUT_MS }))
  return words === null ? success(null) : failure(words)
}
