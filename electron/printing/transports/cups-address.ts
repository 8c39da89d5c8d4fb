import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { readCupsAddress, type CupsAddress } from './cups-post.ts'
import { failureOfRun } from './cups-queues.ts'
import type { RunProgram } from './run-program.ts'

const TIMEOUT_MS = 5000
/** Where CUPS listens hardly ever changes, and finding out starts a program. */
const LOOK_AGAIN_MS = 300_000

type Found = { readonly address: CupsAddress; readonly foundAtMs: number }

const found = new WeakMap<RunProgram, Found>()

/** Where this computer's CUPS listens, as its own programs say; remembered for some minutes. The failure is the system's words. */
export const findCupsAddress = async (
  run: RunProgram,
  now: () => number = () => performance.now(),
): Promise<Result<CupsAddress, string>> => {
  const known = found.get(run)
  if (known !== undefined && now() - known.foundAtMs < LOOK_AGAIN_MS) return success(known.address)
  const asked = await run('lpstat', ['-H'], { timeoutMs: TIMEOUT_MS })
  const words = failureOfRun(asked)
  if (words !== null || asked.type !== 'ended') return failure(words ?? '')
  const address = readCupsAddress(asked.stdout.trim())
  if (address === null) return failure(`no address of CUPS: ${asked.stdout.trim()}`)
  found.set(run, { address, foundAtMs: now() })
  return success(address)
}

/** The next who asks finds out anew. */
export const forgetCupsAddress = (run: RunProgram): void => {
  found.delete(run)
}

/** Whether CUPS runs on this computer. Another's would be asked over a network, and mostly wants encryption. */
export const isOfThisComputer = (address: CupsAddress): boolean =>
  'path' in address || /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u.test(address.host)
