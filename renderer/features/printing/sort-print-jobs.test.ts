import { describe, expect, test } from 'vitest'
import { freshPrintJob } from '../../../shared/domain/fresh-print-job.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { endOfJob, sortPrintJobs } from './sort-print-jobs.ts'

const job = (part: Partial<PrintJob> & Pick<PrintJob, 'id'>): PrintJob => ({
  ...freshPrintJob(
    { document: 'receipt', subject: { type: 'sale', saleId: 's1', saleNumber: 'K1-261122-0001' } },
    part.id,
    1,
  ),
  ...part,
})

const ids = (jobs: readonly PrintJob[]) => jobs.map(({ id }) => id)

describe('the print queue', () => {
  test('stands sorted by what a person does with it', () => {
    const sorted = sortPrintJobs(
      [job({ id: 'asks', state: 'unknown' }), job({ id: 'goes', state: 'sending' }), job({ id: 'waits' })],
      [job({ id: 'sent', state: 'sent' })],
    )
    expect([sorted.asking, sorted.sending, sorted.waiting, sorted.done].map(ids)).toEqual([
      ['asks'],
      ['goes'],
      ['waits'],
      ['sent'],
    ])
  })

  test('keeps a failure apart until the same is printed again', () => {
    const failed = job({ id: 'failed', state: 'failed', trouble: printTrouble('not-found') })
    expect(ids(sortPrintJobs([], [failed]).failed)).toEqual(['failed'])
    const again = job({ id: 'again', createdAtMs: 2 })
    expect(ids(sortPrintJobs([again], [failed]).failed)).toEqual([])
    const otherPaper = job({ id: 'label', document: 'label', createdAtMs: 2 })
    expect(ids(sortPrintJobs([otherPaper], [failed]).failed)).toEqual(['failed'])
  })

  test('knows what has no sale by what it prints', () => {
    const subject = { type: 'test-page', page: 'test' } as const
    const page = { document: 'test-page', subject, state: 'failed' } as const
    const failed = job({ ...page, id: 'a', subjectId: 'a' })
    const ruler = job({
      id: 'b',
      subjectId: 'b',
      document: 'test-page',
      subject: { ...subject, page: 'ruler' },
      createdAtMs: 2,
    })
    expect(ids(sortPrintJobs([ruler], [failed]).failed)).toEqual(['a'])
    expect(
      ids(
        sortPrintJobs([job({ id: 'c', subjectId: 'c', document: 'test-page', subject, createdAtMs: 2 })], [failed])
          .failed,
      ),
    ).toEqual([])
  })

  test('does not mourn what a person called off', () => {
    const off = job({ id: 'off', state: 'failed', trouble: printTrouble('called-off') })
    expect(ids(sortPrintJobs([], [off]).done)).toEqual(['off'])
    expect(endOfJob(off)).toBe('calledOff')
    // Its second print is on its way: it is not offered again.
    expect(endOfJob({ ...off, replacedById: 'again' })).toBe('calledOffThenPrinted')
  })

  test('knows that a failure was taken up when its second print is long out of sight', () => {
    const failed = job({ id: 'failed', state: 'failed', trouble: printTrouble('not-found') })
    const sorted = sortPrintJobs([], [{ ...failed, replacedById: 'again' }])
    expect(ids(sorted.failed)).toEqual([])
    expect(sorted.done.map(endOfJob)).toEqual(['takenUp'])
  })

  test('does not mourn a failure that a person put aside', () => {
    const aside = job({ id: 'aside', state: 'failed', trouble: printTrouble('not-found'), isDismissed: true })
    const sorted = sortPrintJobs([], [aside])
    expect([sorted.failed, sorted.done].map(ids)).toEqual([[], ['aside']])
    expect(endOfJob(aside)).toBe('notNeeded')
    expect(endOfJob({ ...aside, replacedById: 'again' })).toBe('takenUp')
  })

  test('tells bytes that were taken from a printer that said it was done', () => {
    expect(endOfJob(job({ id: 'a', state: 'sent' }))).toBe('sent')
    expect(endOfJob(job({ id: 'a', state: 'confirmed' }))).toBe('confirmed')
    expect(endOfJob(job({ id: 'a', state: 'failed', bytesSent: 10 }))).toBe('answeredNo')
  })
})
