import { describe, expect, test } from 'vitest'
import { invoiceOf, openPracticeShop } from '../testing/practice-shop.ts'
import { saveInvoice, TEA, wordsOf } from '../testing/shop-calls.ts'

describe('Accurate lists', () => {
  test('gives only ids without fields, and only known fields with them', async () => {
    const shop = await openPracticeShop()
    const bare = await shop.accurate('GET', '/accurate/api/item/list.do')
    expect(bare.json).toEqual({
      s: true,
      d: [{ id: 10_001 }, { id: 10_002 }, { id: 10_003 }],
      sp: { page: 1, sort: null, pageSize: 20, pageCount: 1, rowCount: 3, start: 0, limit: null },
    })
    const fields = 'no,name,upcNo,unitPrice,availableToSell,itemCategory.name,noSuchField'
    const named = await shop.accurate('GET', '/accurate/api/item/list.do', { fields, 'sp.pageSize': '1' })
    expect(named.json).toMatchObject({ sp: { pageSize: 1, pageCount: 3, rowCount: 3 } })
    expect(named.json).toHaveProperty('d', [
      {
        no: 'TEH-01',
        name: 'Teh Botol',
        upcNo: '8991',
        unitPrice: 5000,
        availableToSell: 10,
        itemCategory: { name: 'Minuman' },
      },
    ])
  })

  test('pages and sorts', async () => {
    const shop = await openPracticeShop()
    const page = { fields: 'name', 'sp.page': '2', 'sp.pageSize': '2', 'sp.sort': 'name|desc' }
    const { json } = await shop.accurate('GET', '/accurate/api/item/list.do', page)
    expect(json).toMatchObject({ sp: { page: 2, start: 2, sort: 'name|desc' } })
    expect(json).toHaveProperty('d', [{ name: 'Gula 1 kg' }])
  })

  test('filters by the documented operators and ignores filters that it does not know', async () => {
    const shop = await openPracticeShop()
    const nos = async (query: Record<string, string>) => {
      const { json } = await shop.accurate('GET', '/accurate/api/item/list.do', { fields: 'no', ...query })
      return json
    }
    const tea = [{ no: 'TEH-01' }]
    expect(await nos({ 'filter.no.val': 'TEH-01' })).toHaveProperty('d', tea)
    expect(await nos({ 'filter.no.op': 'CONTAIN', 'filter.no.val': 'teh' })).toHaveProperty('d', tea)
    expect(await nos({ 'filter.keywords.op': 'CONTAIN', 'filter.keywords.val': '8991' })).toHaveProperty('d', tea)
    expect(await nos({ 'filter.no.op': 'NOT_EQUAL', 'filter.no.val': 'TEH-01' })).toHaveProperty('d.length', 2)
    expect(
      await nos({
        'filter.itemCategoryId.op': 'BETWEEN',
        'filter.itemCategoryId.val[0]': '200',
        'filter.itemCategoryId.val[1]': '201',
      }),
    ).toHaveProperty('d.length', 2)
    expect(await nos({ 'filter.suspended': 'false' })).toHaveProperty('d.length', 3)
    expect(await nos({ 'filter.charField1.val': 'x' })).toHaveProperty('d.length', 3)
    expect(await nos({ 'filter.no.op': 'LIKE', 'filter.no.val': 'x' })).toEqual({
      s: false,
      d: ['Invalid field value for field "filter.no".'],
    })
  })

  test('gives items that changed since a time in WIB', async () => {
    const shop = await openPracticeShop()
    shop.clock.ms += 60_000
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    const query = {
      fields: 'no,lastUpdate',
      'filter.lastUpdate.op': 'GREATER_EQUAL_THAN',
      'filter.lastUpdate.val': '21/11/2026 10:00:30',
    }
    const { json } = await shop.accurate('GET', '/accurate/api/item/list.do', query)
    expect(json).toHaveProperty('d', [{ no: 'TEH-01', lastUpdate: '21/11/2026 10:01:00' }])
  })

  test('lists warehouses, the branch, and cash and bank accounts that take postings', async () => {
    const shop = await openPracticeShop()
    const warehouses = await shop.accurate('GET', '/accurate/api/warehouse/list.do', {
      fields: 'name,defaultWarehouse',
    })
    expect(warehouses.json).toHaveProperty('d', [
      { name: 'Gudang-Utama', defaultWarehouse: true },
      { name: 'Gudang-Belakang', defaultWarehouse: false },
      { name: 'Gudang-Rusak', defaultWarehouse: false },
    ])
    const branches = await shop.accurate('GET', '/accurate/api/branch/list.do', { fields: 'name' })
    expect(branches.json).toHaveProperty('d', [{ name: 'Kantor-Pusat' }])
    const query = {
      fields: 'no,name',
      'filter.accountType.op': 'EQUAL',
      'filter.accountType.val': 'CASH_BANK',
      'filter.leafOnly': 'true',
      'filter.suspended': 'false',
    }
    const accounts = await shop.accurate('GET', '/accurate/api/glaccount/list.do', query)
    expect(accounts.json).toHaveProperty('d', [
      { no: '110101', name: 'Kas' },
      { no: '110201', name: 'Bank' },
      { no: '110202', name: 'QRIS' },
      { no: '110203', name: 'EDC' },
      { no: '110204', name: 'Deposit-Pelanggan' },
    ])
  })
})

describe('Accurate items and customers', () => {
  test('shows an item by number or id with its stock by warehouse, and refuses an unknown one', async () => {
    const shop = await openPracticeShop()
    for (const query of [{ no: 'GULA-01' }, { id: '10003' }]) {
      const { json } = await shop.accurate('GET', '/accurate/api/item/detail.do', query)
      expect(json).toMatchObject({
        s: true,
        d: {
          no: 'GULA-01',
          balance: -2,
          detailWarehouseData: [
            { warehouseName: 'Gudang-Utama', balance: -2, defaultWarehouse: true },
            { warehouseName: 'Gudang-Belakang', balance: 0 },
            { warehouseName: 'Gudang-Rusak', balance: 0, scrapWarehouse: true },
          ],
        },
      })
    }
    const words = await wordsOf(shop.accurate('GET', '/accurate/api/item/detail.do', { no: 'NO-SUCH' }))
    expect(words).toHaveProperty('d', ['Barang & Jasa tidak tepat'])
  })

  test('knows the walk-in customer, saves new ones and refuses a number twice', async () => {
    const shop = await openPracticeShop()
    const walkIn = await shop.accurate('GET', '/accurate/api/customer/detail.do', { customerNo: 'C.00001' })
    expect(walkIn.json).toMatchObject({ s: true, d: { name: 'Pelanggan Umum' } })
    const save = (body: unknown) => shop.accurate('POST', '/accurate/api/customer/save.do', {}, body)
    expect((await save({ customerNo: 'C.9', name: 'Budi' })).json).toMatchObject({
      s: true,
      d: ['Pelanggan "Budi" berhasil disimpan'],
      r: { customerNo: 'C.9', name: 'Budi' },
    })
    expect(await wordsOf(save({ customerNo: 'C.9', name: 'Ani' }))).toHaveProperty('d', [
      'Sudah ada data lain dengan No Pelanggan "C.9"',
    ])
    expect(await wordsOf(save({ customerNo: 'C.10' }))).toHaveProperty('d', ['name harus diisi'])
    const list = await shop.accurate('GET', '/accurate/api/customer/list.do', {
      fields: 'id,customerNo',
      'filter.no.val': 'C.9',
    })
    expect(list.json).toHaveProperty('d.length', 1)
    const unknown = await wordsOf(shop.accurate('GET', '/accurate/api/customer/detail.do', { customerNo: 'C.77' }))
    expect(unknown).toHaveProperty('d', ['Pelanggan tidak tepat'])
  })
})
