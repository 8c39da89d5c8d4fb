import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { findCupsAddress } from './cups-address.ts'
import { ippQuestion, ippValue } from './cups-ipp.ts'
import { pathOfQueue, postToCups, uriOfQueue } from './cups-post.ts'
import { runProgram, type RunProgram } from './run-program.ts'

const TIMEOUT_MS = 5000
const NAME = 'printer-error-policy'

/**
 * What a queue does with a job that its printer cannot take, e.g. `retry-job`; the failure is the system's words. No program
 * that comes with CUPS' client tells it, so CUPS itself is asked (IPP, Get-Printer-Attributes).
 */
export const readErrorPolicy = async (queue: string, run: RunProgram = runProgram): Promise<Result<string, string>> => {
  const address = await findCupsAddress(run)
  if (!address.ok) return address
  const question = ippQuestion(uriOfQueue(queue), [NAME])
  const answer = await postToCups(address.value, pathOfQueue(queue), question, TIMEOUT_MS)
  if (!answer.ok) return answer
  const policy = ippValue(answer.value, NAME)
  return policy === null ? failure(`${queue}: no ${NAME}`) : success(policy)
}
