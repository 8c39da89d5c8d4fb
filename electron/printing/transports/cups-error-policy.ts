import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { ippQuestion, ippValue } from './cups-ipp.ts'
import { postToCups, readCupsAddress } from './cups-post.ts'
import { failureOfRun } from './cups-queues.ts'
import { runProgram, type RunProgram } from './run-program.ts'

const TIMEOUT_MS = 5000
const NAME = 'printer-error-policy'

/**
 * What a queue does with a job that its printer cannot take, e.g. `retry-job`; the failure is the system's words. No program
 * that comes with CUPS' client tells it, so CUPS itself is asked (IPP, Get-Printer-Attributes).
 */
export const readErrorPolicy = async (queue: string, run: RunProgram = runProgram): Promise<Result<string, string>> => {
  const asked = await run('lpstat', ['-H'], { timeoutMs: TIMEOUT_MS })
  const words = failureOfRun(asked)
  if (words !== null || asked.type !== 'ended') return failure(words ?? '')
  const address = readCupsAddress(asked.stdout.trim())
  if (address === null) return failure(`no address of CUPS: ${asked.stdout.trim()}`)
  const path = `/printers/${encodeURIComponent(queue)}`
  const answer = await postToCups(address, path, ippQuestion(`ipp://localhost${path}`, NAME), TIMEOUT_MS)
  if (!answer.ok) return answer
  const policy = ippValue(answer.value, NAME)
  return policy === null ? failure(`${queue}: no ${NAME}`) : success(policy)
}
