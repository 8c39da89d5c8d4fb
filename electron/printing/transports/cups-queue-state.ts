import { failure, success, type Result } from '../../../shared/domain/result.ts'
import type { QueueReport } from '../transport.ts'
import { IPP_NOT_FOUND, ippQuestion, readIppAnswer, type IppAnswer } from './cups-ipp.ts'
import { pathOfQueue, postToCups, uriOfQueue, type CupsAddress } from './cups-post.ts'
import { readStateReasons } from './cups-state-reasons.ts'

const ATTRIBUTES = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'] as const
/** Values of `printer-state` (RFC 8011, section 5.4.11). */
const PROCESSING = '4'
const STOPPED = '5'

/**
 * Asks CUPS itself how a queue is, in one request and without a program. Null when it has no such queue; the failure is the
 * system's words.
 */
export const askQueueState = async (
  address: CupsAddress,
  queue: string,
  timeoutMs: number,
): Promise<Result<QueueReport | null, string>> => {
  const question = ippQuestion(uriOfQueue(queue), ATTRIBUTES)
  const answered = await postToCups(address, pathOfQueue(queue), question, timeoutMs)
  if (!answered.ok) return answered
  const answer = readIppAnswer(answered.value)
  if (answer?.status === IPP_NOT_FOUND) return success(null)
  const report = answer === null || answer.isRefusal ? null : readQueueState(answer)
  return report === null ? failure(`${queue}: CUPS does not tell its state`) : success(report)
}

/** What an answer says of a queue; null when it leaves out what every printer must tell. */
const readQueueState = (answer: IppAnswer): QueueReport | null => {
  const state = answer.values.get('printer-state')?.[0]
  const reasons = answer.values.get('printer-state-reasons')
  if (state === undefined || reasons === undefined) return null
  const { problems, isConnecting } = readStateReasons(reasons)
  const isPaused = state === STOPPED && !problems.includes('queue-paused')
  const isClosed = answer.values.get('printer-is-accepting-jobs')?.[0] === 'false'
  return {
    problems: [
      ...problems,
      ...(isPaused ? (['queue-paused'] as const) : []),
      ...(isClosed ? (['queue-closed'] as const) : []),
    ],
    isPrinting: state === PROCESSING,
    isConnecting,
  }
}
