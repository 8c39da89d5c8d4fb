import { z } from 'zod'
import {
  accurateAccountSchema,
  accurateCustomerSchema,
  accurateWarehouseSchema,
  type AccurateAccount,
  type AccurateCustomer,
  type AccurateWarehouse,
} from '../../../shared/api/accurate.ts'
import type { TenderMethod } from '../../../shared/domain/sale.ts'
import type { AccurateAnswer, AccurateClient } from './accurate-client.ts'
import { ACCURATE_ENDPOINTS, type AccurateEndpoint } from './endpoints.ts'
import type { AccurateDirectory } from './invoice-mapping.ts'

const ACCOUNT_WORDS: Readonly<Record<TenderMethod, RegExp>> = {
  cash: /\b(kas|cash|tunai)\b/i,
  qris: /\bqris\b/i,
  card: /\b(edc|kartu|card|debit|kredit)\b/i,
  transfer: /\b(bank|transfer|bca|bri|bni|mandiri)\b/i,
  deposit: /\b(deposit|titipan|uang[ -]muka)\b/i,
}
const ROUNDING_WORDS = /\bpembulatan\b/i
const ADJUSTMENT_WORDS = /\b(penyesuaian|selisih)[ -](persediaan|stok|barang)\b/i

/** The default warehouse in use, else the first in use; null when there is none. Scrap is never sold from. */
export const chooseAccurateWarehouse = (warehouses: readonly AccurateWarehouse[]): AccurateWarehouse | null => {
  const inUse = warehouses.filter((warehouse) => warehouse.suspended !== true && warehouse.scrapWarehouse !== true)
  return inUse.find((warehouse) => warehouse.defaultWarehouse === true) ?? inUse[0] ?? null
}

/** The warehouse for what cannot be sold again; null when there is none in use. */
export const chooseScrapWarehouse = (warehouses: readonly AccurateWarehouse[]): AccurateWarehouse | null =>
  warehouses.find((warehouse) => warehouse.suspended !== true && warehouse.scrapWarehouse === true) ?? null

/**
 * The account that takes a kind of tender: one whose name says so, else the first that is not for deposits; null when there
 * is none at all. Deposits that buyers had left are only ever booked from an account that says so.
 */
export const chooseAccount = (accounts: readonly AccurateAccount[], method: TenderMethod): AccurateAccount | null => {
  const named = (words: RegExp) => (account: AccurateAccount) => words.test(account.name)
  if (method === 'deposit') return accounts.find(named(ACCOUNT_WORDS.deposit)) ?? null
  const others = accounts.filter((account) => !named(ACCOUNT_WORDS.deposit)(account))
  return others.find(named(ACCOUNT_WORDS[method])) ?? others[0] ?? null
}

const numberOfNamed = (accounts: readonly AccurateAccount[], words: RegExp): string | null =>
  accounts.find((account) => words.test(account.name))?.no ?? null

/** The standing customer of sales over the counter, by its name, else the first customer; null when there is none. */
export const chooseCustomer = (customers: readonly AccurateCustomer[]): AccurateCustomer | null =>
  customers.find((customer) => /^pelanggan umum$/i.test(customer.name.trim())) ??
  customers.find((customer) => /\bumum\b/i.test(customer.name)) ??
  customers.find((customer) => /walk[ -]?in/i.test(customer.name)) ??
  customers[0] ??
  null

const PAGE_SIZE = 100
/** Far more rows than any set-up list of a shop has; a filter that the service ignored must not make us read a whole company. */
const MOST_PAGES = 10

const missing = (id: string, en: string): { readonly type: 'unauthorised'; readonly message: string } => ({
  type: 'unauthorised',
  message: `${id} / ${en}`,
})

/** A row that lacks what we need is left out, so that it cannot hold up a till; a list in which none fits is not the list we asked for. */
const rowsThatFit = <Row>(row: z.ZodType<Row>) =>
  z.array(z.unknown()).transform((listed, context) => {
    const rows = listed.flatMap((one) => {
      const parsed = row.safeParse(one)
      return parsed.success ? [parsed.data] : []
    })
    if (rows.length > 0 || listed.length === 0) return rows
    context.addIssue({ code: 'custom', message: 'no row has the fields that were asked for' })
    return z.NEVER
  })

const readAll = async <Row>(
  client: AccurateClient,
  endpoint: AccurateEndpoint,
  row: z.ZodType<Row>,
  query: Readonly<Record<string, string>>,
): Promise<AccurateAnswer<readonly Row[]>> => {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const answer = await client.call({
      endpoint,
      query: { ...query, 'sp.page': String(page), 'sp.pageSize': String(PAGE_SIZE) },
      purpose: 'read',
      connection: 'shared',
      part: 'd',
      schema: rowsThatFit(row),
    })
    if (answer.type !== 'ok') return answer
    rows.push(...answer.value)
    const pageCount = answer.paging?.pageCount ?? 1
    if (page >= Math.min(pageCount, MOST_PAGES)) return { ...answer, value: rows }
  }
}

/** Reads the shop's names in Accurate. What is missing is `unauthorised` with what to create: no step can be carried out. */
export const readAccurateDirectory = async (client: AccurateClient): Promise<AccurateAnswer<AccurateDirectory>> => {
  const warehouses = await readAll(client, ACCURATE_ENDPOINTS.listWarehouses, accurateWarehouseSchema, {
    fields: 'id,name,suspended,defaultWarehouse,scrapWarehouse',
  })
  if (warehouses.type !== 'ok') return warehouses
  const accounts = await readAll(client, ACCURATE_ENDPOINTS.listAccounts, accurateAccountSchema, {
    fields: 'id,no,name',
    'filter.accountType.op': 'EQUAL',
    'filter.accountType.val': 'CASH_BANK',
    'filter.leafOnly': 'true',
    'filter.suspended': 'false',
  })
  if (accounts.type !== 'ok') return accounts
  // Of any type; a company that does not let them be listed is as one that has none: only the documents that need them wait.
  const leaves = await readAll(client, ACCURATE_ENDPOINTS.listAccounts, accurateAccountSchema, {
    fields: 'id,no,name',
    'filter.leafOnly': 'true',
    'filter.suspended': 'false',
  })
  if (leaves.type !== 'ok' && leaves.type !== 'refused') return leaves
  const others = leaves.type === 'ok' ? leaves.value : []
  const customers = await readAll(client, ACCURATE_ENDPOINTS.listCustomers, accurateCustomerSchema, {
    fields: 'id,name,customerNo',
  })
  if (customers.type !== 'ok') return customers

  const warehouse = chooseAccurateWarehouse(warehouses.value)
  if (warehouse === null)
    return missing('Accurate tidak punya gudang aktif: buat satu.', 'Accurate has no active warehouse: create one.')
  const accountOf = (method: TenderMethod): string | null => chooseAccount(accounts.value, method)?.no ?? null
  const [cash, qris, card, transfer] = [accountOf('cash'), accountOf('qris'), accountOf('card'), accountOf('transfer')]
  if (cash === null || qris === null || card === null || transfer === null)
    return missing(
      'Accurate tidak punya akun Kas & Bank: buat satu akun.',
      'Accurate has no Cash & Bank account: create one.',
    )
  const customer = chooseCustomer(customers.value)
  if (customer === null)
    return missing(
      'Accurate tidak punya pelanggan: buat pelanggan "Pelanggan Umum".',
      'Accurate has no customer: create the customer "Pelanggan Umum".',
    )
  return {
    ...customers,
    value: {
      customerNo: customer.customerNo,
      warehouseName: warehouse.name,
      scrapWarehouseName: chooseScrapWarehouse(warehouses.value)?.name ?? null,
      warehouses: warehouses.value.filter(({ suspended }) => suspended !== true).map(({ id, name }) => ({ id, name })),
      bankNos: { cash, qris, card, transfer, deposit: accountOf('deposit') },
      roundingAccountNo: numberOfNamed(others, ROUNDING_WORDS),
      adjustmentAccountNo: numberOfNamed(others, ADJUSTMENT_WORDS),
    },
  }
}
