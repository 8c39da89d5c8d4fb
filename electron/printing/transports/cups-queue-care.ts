import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { readErrorPolicy } from './cups-error-policy.ts'
import { ABORTS_JOBS, ensureAbortPolicy, listCupsQueues } from './cups-queues.ts'
import { runProgram, type RunProgram } from './run-program.ts'

/** What came of looking after a queue. */
export type QueueCare = {
  /** What a person must do; null when there is nothing to do, or nobody can say. */
  readonly advice: PrintTrouble | null
  /** Whether it was tried to mend the queue. */
  readonly wasTried: boolean
}

/** The command that makes a queue give up what its printer cannot take, as a person with the rights types it. */
const commandFor = (queue: string): string => {
  const name = /^[\w.-]+$/u.test(queue) ? queue : `'${queue.replaceAll("'", String.raw`'\''`)}'`
  return `lpadmin -p ${name} -o ${ABORTS_JOBS}`
}

/**
 * Looks whether a queue keeps jobs that its printer cannot take, and mends it where Konter may: a label that comes out hours
 * later has been printed again by then.
 */
export const careForQueue = async (
  queue: string,
  {
    mayMend,
    onUnable,
    run = runProgram,
  }: {
    /** False when it was tried before: whoever lacks the rights does not get them by asking again. */
    readonly mayMend: boolean
    /** Told why the queue could not be mended, in the system's words. */
    readonly onUnable: (words: string) => void
    readonly run?: RunProgram
  },
): Promise<QueueCare> => {
  const policy = await readErrorPolicy(queue, run)
  const isGood = policy.ok && policy.value === 'abort-job'
  if (isGood || !(policy.ok || (await isListed(queue, run)))) return { advice: null, wasTried: false }
  if (mayMend) {
    const mended = await ensureAbortPolicy(queue, run)
    if (mended.ok) return { advice: null, wasTried: true }
    onUnable(mended.error)
  }
  return { advice: policy.ok ? printTrouble('queue-keeps-jobs', commandFor(queue)) : null, wasTried: mayMend }
}

/** A queue may be there and not tell its policy. */
const isListed = async (queue: string, run: RunProgram): Promise<boolean> => {
  const listed = await listCupsQueues(run)
  return listed.ok && listed.value.some((each) => each.queue === queue)
}
