import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readErrorPolicy } from './cups-error-policy.ts'
import { careForQueue } from './cups-queue-care.ts'
import type { RunProgram } from './run-program.ts'
import { startPrivateCups, whyNoCups, type PrivateCups } from './testing/private-cups.ts'

const DEVICE = 'socket://127.0.0.1:9'
const reason = whyNoCups()
if (reason !== null) process.stderr.write(`The tests with a real CUPS were skipped: ${reason}.\n`)

describe.skipIf(reason !== null)('a queue of a real CUPS that keeps what its printer cannot take', () => {
  const started: { cups?: PrivateCups } = {}
  const cups = (): PrivateCups => {
    if (started.cups === undefined) throw new Error('not started')
    return started.cups
  }
  beforeAll(async () => {
    started.cups = await startPrivateCups()
  }, 30_000)
  afterAll(async () => {
    await started.cups?.stop()
  })
  const policyOf = (queue: string) => readErrorPolicy(queue, cups().run)
  const care = async (queue: string, run: RunProgram, mayMend = true) => {
    const said: string[] = []
    const cared = await careForQueue(queue, { mayMend, run, onUnable: (words) => said.push(words) })
    return { ...cared, said }
  }

  test('tells its policy, whatever its name', async () => {
    await cups().addQueue('LABEL', DEVICE, ['-E'])
    await cups().addQueue('Kasir_1-é', DEVICE, ['-E', '-o', 'printer-error-policy=abort-job'])
    expect(await policyOf('LABEL')).toEqual({ ok: true, value: 'retry-job' })
    expect(await policyOf('Kasir_1-é')).toEqual({ ok: true, value: 'abort-job' })
    expect((await policyOf('NONE')).ok).toBe(false)
  })

  test('is mended where Konter may, and there is nothing to tell', async () => {
    await cups().addQueue('OURS', DEVICE, ['-E'])
    expect(await care('OURS', cups().run)).toEqual({ advice: null, wasTried: true, said: [] })
    expect(await care('OURS', cups().run)).toEqual({ advice: null, wasTried: false, said: [] })
    expect(await policyOf('OURS')).toEqual({ ok: true, value: 'abort-job' })
  })

  test('is told of with the command that mends it where Konter may not, until it is mended', async () => {
    await cups().addQueue('KEPT', DEVICE, ['-E'])
    const { advice, said, wasTried } = await care('KEPT', cups().runAsCashier)
    expect({ wasTried, times: said.length }).toEqual({ wasTried: true, times: 1 })
    expect(advice).toEqual({
      code: 'queue-keeps-jobs',
      detail: 'lpadmin -p KEPT -o printer-error-policy=abort-job',
    })
    expect(await policyOf('KEPT')).toEqual({ ok: true, value: 'retry-job' })
    const [name = '', ...values] = advice?.detail.split(' ') ?? []
    expect(await cups().run(name, values, { timeoutMs: 5000 })).toMatchObject({ type: 'ended', code: 0 })
    expect((await care('KEPT', cups().runAsCashier)).advice).toBe(null)
  }, 20_000)

  test('is only looked at when it was tried before', async () => {
    await cups().addQueue('TRIED', DEVICE, ['-E', '-o', 'printer-error-policy=stop-printer'])
    const { advice, said, wasTried } = await care('TRIED', cups().run, false)
    expect({ code: advice?.code, said, wasTried }).toEqual({ code: 'queue-keeps-jobs', said: [], wasTried: false })
    expect(await policyOf('TRIED')).toEqual({ ok: true, value: 'stop-printer' })
  })

  test('is neither good nor bad when it is not there', async () => {
    expect(await care('NONE', cups().run)).toEqual({ advice: null, wasTried: false, said: [] })
  })
})

test('without CUPS nobody can say how a queue is', async () => {
  const run: RunProgram = async () => ({ type: 'missing', detail: 'spawn lpstat ENOENT' })
  expect(await readErrorPolicy('LABEL', run)).toEqual({ ok: false, error: 'spawn lpstat ENOENT' })
  const cared = await careForQueue('LABEL', { mayMend: true, run, onUnable: () => undefined })
  expect(cared).toEqual({ advice: null, wasTried: false })
})

test.each(['nonsense', '/no/such/socket', '127.0.0.1:1'])(
  'a CUPS at %s that cannot be reached says nothing',
  async (at) => {
    const run: RunProgram = async () => ({ type: 'ended', code: 0, stdout: `${at}\n`, stderr: '' })
    expect((await readErrorPolicy('LABEL', run)).ok).toBe(false)
  },
)
