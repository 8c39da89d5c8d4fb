import { expect, test } from 'vitest'
import { createRestingPrinters } from './resting-printers.ts'

const request = (printerId: string | null, documents: readonly 'receipt'[] = ['receipt']) => ({
  printerId,
  documents,
  servedPrinterIds: printerId === null ? [] : [printerId],
  knownPrinterIds: ['roll', 'spare'],
  runId: 'run',
  nowMs: 1,
})
const nothing = async () => ({ claimed: null, comesAfterCut: false })
const something = async () => ({ claimed: 'job', comesAfterCut: false })

test('a printer that found nothing can be reserved for its kinds, once, until it asks again', async () => {
  const resting = createRestingPrinters()
  expect(resting.reserve('receipt')).toBeNull()
  await resting.claim(request('roll'), nothing)
  expect(resting.reserve('label')).toBeNull()
  const reserved = resting.reserve('receipt')
  expect(reserved).toEqual({ printerId: 'roll', runId: 'run', documents: ['receipt'], comesAfterCut: false })
  expect(resting.reserve('receipt')).toBeNull()
  if (reserved !== null) resting.release(reserved)
  expect(resting.reserve('receipt')).toBeNull()
  await resting.claim(request('roll'), nothing)
  expect(resting.reserve('receipt')).toMatchObject({ printerId: 'roll', runId: 'run' })
})

test('a printer of which an earlier claim ends while a later one still looks does not rest', async () => {
  const resting = createRestingPrinters()
  const ends: (() => void)[] = []
  const slow = () =>
    resting.claim(request('roll'), async () => {
      await new Promise<void>((resolve) => {
        ends.push(resolve)
      })
      return { claimed: null, comesAfterCut: false }
    })
  const claims = [slow(), slow()]
  ends[0]?.()
  await claims[0]
  expect(resting.reserve('receipt')).toBeNull()
  ends[1]?.()
  await claims[1]
  expect(resting.reserve('receipt')).not.toBeNull()
})

test('a printer that got a job, or is still looking for one, does not rest', async () => {
  const resting = createRestingPrinters()
  await resting.claim(request('roll'), nothing)
  let find = (): void => undefined
  const looking = resting.claim(request('roll'), async () => {
    await new Promise<void>((resolve) => {
      find = resolve
    })
    return { claimed: 'job', comesAfterCut: false }
  })
  expect(resting.reserve('receipt')).toBeNull()
  find()
  expect(await looking).toEqual({ claimed: 'job' })
  expect(resting.reserve('receipt')).toBeNull()
})

test('a claim that fails leaves nothing at rest', async () => {
  const resting = createRestingPrinters()
  await resting.claim(request('roll'), nothing)
  await expect(resting.claim(request('roll'), () => Promise.reject(new Error('closed')))).rejects.toThrow('closed')
  expect(resting.reserve('receipt')).toBeNull()
})

test('a reserved printer that asks gets nothing and looks at nothing; what nobody takes is never reserved', async () => {
  const resting = createRestingPrinters()
  await resting.claim(request('roll'), nothing)
  const reserved = resting.reserve('receipt')
  expect(await resting.claim(request('roll'), something)).toEqual({ claimed: null })
  if (reserved !== null) resting.release(reserved)
  expect(await resting.claim(request('roll'), something)).toEqual({ claimed: 'job' })
  await resting.claim(request(null), nothing)
  expect(resting.reserve('receipt')).toBeNull()
})

test('a printer that is known no longer rests no longer', async () => {
  const resting = createRestingPrinters()
  await resting.claim(request('gone'), nothing)
  await resting.claim(request('spare', []), nothing)
  expect(resting.reserve('receipt')).toBeNull()
})

test('a printer that rests is known to come after a cut from its last claim on', async () => {
  const resting = createRestingPrinters()
  await resting.claim(request('roll'), async () => ({ claimed: null, comesAfterCut: true }))
  const reserved = resting.reserve('receipt')
  expect(reserved).toMatchObject({ comesAfterCut: true })
  if (reserved !== null) resting.release(reserved)
  await resting.claim(request('roll'), nothing)
  expect(resting.reserve('receipt')).toMatchObject({ comesAfterCut: false })
})

test('who tells of a job waits until everything is written that was being written then', async () => {
  const resting = createRestingPrinters()
  await resting.whenWritten()
  const endFirst = resting.beginWriting()
  const endSecond = resting.beginWriting()
  const told: string[] = []
  const first = resting.whenWritten().then(() => told.push('first'))
  endFirst()
  const endThird = resting.beginWriting()
  await Promise.resolve()
  expect(told).toEqual([])
  endSecond()
  await first
  expect(told).toEqual(['first'])
  endThird()
})
