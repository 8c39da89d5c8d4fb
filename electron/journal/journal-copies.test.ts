import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  append,
  closedShiftCopy,
  createJournalFolder,
  documentCopy,
  makeSale,
  NOON_IN_JAKARTA,
  REMOTE,
  saleId,
  shiftCopy,
} from './journal-fixture.ts'

let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

describe('copies of shifts and stock documents', () => {
  test('the last copy of a shift stands after a restart, also when the clock was set back before it', async () => {
    const journal = await reopen()
    expect(await journal.keepRecord(shiftCopy(1))).toEqual({ ok: true, value: null })
    await journal.keepRecord(documentCopy(2))
    await journal.close()
    const next = await reopen()
    await next.keepRecord(closedShiftCopy(1))
    await next.close()
    const again = await reopen()
    const { records } = await again.listKeptRecords()
    expect(records).toEqual(expect.arrayContaining([closedShiftCopy(1), documentCopy(2)]))
    expect(records).toHaveLength(2)
    await again.close()
  })

  test('knows which steps of a stock document arrived and which a person closed', async () => {
    const journal = await reopen()
    await journal.keepRecord(documentCopy(2))
    await journal.noteStepSent(saleId(2), `${saleId(2)}/forstok.stock`, REMOTE)
    await journal.noteStepClosed(saleId(2), `${saleId(2)}/accurate.adjustment`, 'by hand')
    await journal.close()
    const again = await reopen()
    expect(await again.listKeptRecords()).toMatchObject({
      sentSteps: [{ stepId: `${saleId(2)}/forstok.stock` }],
      closedSteps: [{ stepId: `${saleId(2)}/accurate.adjustment`, reason: 'by hand' }],
    })
    await again.close()
  })
})

describe('what becomes of a sale after it was paid', () => {
  const voiding = { saleId: saleId(1), atMs: NOON_IN_JAKARTA, by: 'Ani', reason: 'salah pencet' }
  const confirmation = { saleId: saleId(1), tenderIndex: 0, atMs: NOON_IN_JAKARTA, by: 'Ani' }

  test('a voiding and a confirmed payment come back with the sale, each once', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.markCommitted(saleId(1))
    await journal.noteTenderConfirmed(confirmation)
    await journal.noteTenderConfirmed({ ...confirmation, by: 'Budi' })
    expect(await journal.noteSaleVoided(voiding)).toEqual({ ok: true, value: null })
    await journal.noteSaleVoided({ ...voiding, by: 'Budi' })
    await journal.close()
    const again = await reopen()
    expect(await again.readSales([saleId(1)])).toMatchObject([{ voiding, confirmations: [confirmation] }])
    await again.close()
  })

  test('those of a sale that the journal does not hold are passed over', async () => {
    const journal = await reopen()
    expect(await journal.noteSaleVoided(voiding)).toEqual({ ok: true, value: null })
    await expect(journal.noteTenderConfirmed(confirmation)).resolves.toBeUndefined()
    await journal.close()
  })
})
