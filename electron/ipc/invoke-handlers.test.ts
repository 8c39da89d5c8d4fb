import { describe, expect, test } from 'vitest'
import { NO_FAULTS } from '../../shared/ipc/practice.ts'
import { success } from '../../shared/domain/result.ts'
import { ContractError, answerInvoke, type InvokeHandlers } from './invoke-handlers.ts'
import { isTrustedSender } from './trusted-sender.ts'

const unused = () => {
  throw new Error('not asked for in this test')
}
const handlersWith = (changes: Partial<InvokeHandlers>): InvokeHandlers => ({
  'app.getStatus': unused,
  'app.reportWaiting': unused,
  'app.exportAndQuit': unused,
  'app.log': unused,
  'journal.appendSale': unused,
  'journal.markCommitted': unused,
  'journal.list': unused,
  'journal.readSales': unused,
  'journal.discard': unused,
  'journal.adoptSale': unused,
  'journal.noteStepClosed': unused,
  'journal.noteSaleVoided': unused,
  'journal.noteTenderConfirmed': unused,
  'journal.keepRecord': unused,
  'journal.listKeptRecords': unused,
  'registers.checkCode': unused,
  'sync.kick': unused,
  'sync.pullStock': unused,
  'printing.kick': unused,
  'printing.handOver': unused,
  'printing.getSettings': unused,
  'printing.setSettings': unused,
  'printing.search': unused,
  'printing.exportSettings': unused,
  'printing.watchClosely': unused,
  'printing.previewPdf': unused,
  'printing.listPracticePages': unused,
  'practice.getFaults': unused,
  'practice.setFaults': unused,
  'practice.readHoldings': unused,
  'catalogue.readFile': unused,
  'catalogue.readPracticeFile': unused,
  'reports.saveDayWorkbook': unused,
  'reports.saveDocumentPdf': unused,
  'reports.saveShiftReport': unused,
  ...changes,
})

describe('a message of the page', () => {
  test('reaches its handler with the parsed request, and its parsed answer goes back', async () => {
    const heard: unknown[] = []
    const handlers = handlersWith({
      'catalogue.readFile': (request) => {
        heard.push(request)
        return success({ header: ['sku'], rows: [] })
      },
    })
    const request = { fileName: 'a.csv', bytes: new Uint8Array([1, 2]), stray: 'dropped' }
    const answer = await answerInvoke(handlers, 'catalogue.readFile', request)
    expect(answer).toEqual({ ok: true, value: { header: ['sku'], rows: [] } })
    expect(heard).toEqual([{ fileName: 'a.csv', bytes: new Uint8Array([1, 2]) }])
  })

  test.each([
    [{ waitingSales: -1 }, 'waitingSales'],
    [{ waitingSales: '3' }, 'waitingSales'],
    [{}, 'waitingSales'],
    [null, '(whole)'],
    [undefined, '(whole)'],
  ])('is refused before its handler when it is %j, naming %s', async (request, field) => {
    const handled = answerInvoke(handlersWith({}), 'app.reportWaiting', request)
    await expect(handled).rejects.toThrow(ContractError)
    await expect(handled).rejects.toThrow(field)
  })

  test('does not repeat the values of a refused request', async () => {
    const handled = answerInvoke(handlersWith({}), 'journal.markCommitted', { saleId: 'secret-id' })
    await expect(handled).rejects.toThrow(/^(?!.*secret-id).*saleId/)
  })

  test('is refused when the handler answers with another shape', async () => {
    const broken = { ...NO_FAULTS, delayMs: -5 }
    const handlers = handlersWith({ 'practice.getFaults': () => ({ forstok: broken, accurate: NO_FAULTS }) })
    await expect(answerInvoke(handlers, 'practice.getFaults', {})).rejects.toThrow('forstok.delayMs')
  })
})

describe('the sender of a message', () => {
  const event = { sender: { id: 7 }, senderFrame: { url: 'app://konter/', parent: null } }

  test('is trusted as the main frame of the own page in the own window', () => {
    expect(isTrustedSender(event, 7)).toBe(true)
  })

  test.each([
    ['before there is a window', event, null],
    ['from another window', event, 8],
    ['from a frame that is gone', { ...event, senderFrame: null }, 7],
    ['from a frame inside the page', { ...event, senderFrame: { url: 'app://konter/', parent: {} } }, 7],
    ['from another page', { ...event, senderFrame: { url: 'https://evil.test/app://konter/', parent: null } }, 7],
  ])('is not trusted %s', (_, untrusted, pageId) => {
    expect(isTrustedSender(untrusted, pageId)).toBe(false)
  })
})
