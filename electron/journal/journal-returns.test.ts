import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UnnumberedSale } from '../../shared/domain/sale.ts'
import { append, createJournalFolder, FILE, makeReturn, makeSale, saleId } from './journal-fixture.ts'
import type { Journal } from './journal.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

const numbersOf = async (journal: Journal, sale: UnnumberedSale, highest = { sale: 0, return: 0 }) => {
  const answer = await journal.appendSale(sale, highest)
  return answer.ok ? [answer.value.number, answer.value.returnNumber] : [answer.error.code, null]
}

describe('numbers of what comes back', () => {
  test('a return has a number of its own series, an exchange one of each', async () => {
    const journal = await reopen()
    expect(await numbersOf(journal, makeSale(1))).toEqual(['K1-261121-0001', null])
    expect(await numbersOf(journal, makeReturn(2))).toEqual(['K1-R261121-0001', 'K1-R261121-0001'])
    expect(await numbersOf(journal, makeReturn(3, true))).toEqual(['K1-261121-0002', 'K1-R261121-0002'])
    expect(await numbersOf(journal, makeReturn(3, true))).toEqual(['K1-261121-0002', 'K1-R261121-0002'])
    await journal.close()
    const again = await reopen()
    expect(await numbersOf(again, makeReturn(3, true))).toEqual(['K1-261121-0002', 'K1-R261121-0002'])
    expect(await numbersOf(again, makeReturn(4, true))).toEqual(['K1-261121-0003', 'K1-R261121-0003'])
    expect((await again.readSales([saleId(3)]))[0]?.sale).toMatchObject({ returnNumber: 'K1-R261121-0002' })
    await again.close()
  })

  test('each series goes on above what the page knows of it', async () => {
    const journal = await reopen()
    expect(await numbersOf(journal, makeReturn(2, true), { sale: 41, return: 8 })).toEqual([
      'K1-261121-0042',
      'K1-R261121-0009',
    ])
    await journal.close()
  })

  test('a basket that becomes an exchange before it is paid keeps its number, and gets the one it lacks', async () => {
    const journal = await reopen()
    expect(await numbersOf(journal, makeSale(2))).toEqual(['K1-261121-0001', null])
    expect(await numbersOf(journal, makeReturn(2, true))).toEqual(['K1-261121-0001', 'K1-R261121-0001'])
    expect(await numbersOf(journal, makeReturn(2))).toEqual(['K1-R261121-0001', 'K1-R261121-0001'])
    expect(await numbersOf(journal, makeSale(2))).toEqual(['K1-261121-0002', null])
    await journal.close()
  })

  test('both numbers of a damaged line are never made again', async () => {
    const journal = await reopen()
    await numbersOf(journal, makeReturn(2, true), { sale: 4, return: 6 })
    await journal.close()
    const path = join(folder, FILE)
    await writeFile(path, (await readFile(path, 'utf8')).replace('Kopi', 'Kopj'))
    const again = await reopen()
    expect(await numbersOf(again, makeReturn(3, true))).toEqual(['K1-261121-0006', 'K1-R261121-0008'])
    await again.close()
  })
})

// A file as the version before returns, tax and discounts wrote it.
const OLD_LINES = [
  '{"checksum":"470ea90f","record":{"type":"sale","contentChecksum":"aaaaaaaa","sale":{"id":"00000000-0000-4000-8000-000000000001","register":"K1","cashier":"Ani","kind":"walk-in","openedAtMs":1795237200000,"paidAtMs":1795237200000,"utcOffsetMinutes":420,"shop":{"name":"Toko","address":["Pasar"],"phone":""},"lines":[{"sku":"A","name":"Kopi","barcode":null,"quantity":1,"regularPrice":500,"unitPrice":500,"amount":500}],"total":500,"tenders":[{"method":"cash","amount":500,"applied":500,"reference":null}],"change":0,"delivery":null,"note":"","route":"both-not-linked","number":"K1-261121-0007"}}}',
  '{"checksum":"fdb59980","record":{"type":"committed","saleId":"00000000-0000-4000-8000-000000000001","atMs":1795237200005}}',
  '{"checksum":"30679210","record":{"type":"step-sent","saleId":"00000000-0000-4000-8000-000000000001","stepId":"step","remote":{"id":"9","number":"SI.9","total":500},"atMs":1795237201000}}',
].join('\n')

describe('a journal of the version before', () => {
  test('reads: its sales have no discount, no tax and nothing that came back, and its numbers count on', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, FILE), `${OLD_LINES}\n`)
    const journal = await reopen()
    expect(await journal.list()).toMatchObject({ damagedLines: 0, entries: [{ isCommitted: true }] })
    const [read] = await journal.readSales([saleId(1)])
    expect(read).toMatchObject({
      sale: { number: 'K1-261121-0007', returnNumber: null, tax: null, rounding: 0, returnOf: null, shiftId: null },
      sentSteps: [{ stepId: 'step' }],
      voiding: null,
      confirmations: [],
    })
    expect(read?.sale.lines[0]).toMatchObject({
      soldBy: 'piece',
      lineDiscount: 0,
      tax: 0,
      components: [],
      returned: null,
    })
    expect(read?.sale.tenders[0]?.isConfirmed).toBe(true)
    expect(await append(journal, makeSale(2))).toBe('K1-261121-0008')
    await journal.close()
  })
})
