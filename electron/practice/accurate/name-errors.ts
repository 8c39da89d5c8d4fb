import {
  ACCURATE_ACCOUNTS,
  ACCURATE_BRANCH,
  ACCURATE_UNIT,
  ACCURATE_WAREHOUSES,
  type AccurateAccount,
} from './accurate-places.ts'
import type { AccurateState } from './accurate-state.ts'

/** Accurate's one sentence for a name that it does not know, whatever kind of thing was named. */
const notFound = (entity: string, name: string): string => `${entity} ${name} tidak ditemukan atau sudah dihapus`

/** Words for a customer number that does not exist; names and ids are not accepted in its place. */
export const customerErrors = (state: AccurateState, customerNo: string): readonly string[] =>
  state.customers.has(customerNo) ? [] : [notFound('Pelanggan', customerNo)]

/** Words for each item number that does not exist, once. */
export const itemErrors = (state: AccurateState, itemNos: readonly string[]): readonly string[] =>
  [...new Set(itemNos)]
    .filter((itemNo) => !state.itemsByNo.has(itemNo))
    .map((itemNo) => notFound('Barang & Jasa', itemNo))

/** Words for each warehouse name that does not exist, once. Null means the default warehouse. */
export const warehouseErrors = (names: readonly (string | null)[]): readonly string[] =>
  unknownNames(
    names,
    ACCURATE_WAREHOUSES.map((warehouse) => warehouse.name),
  ).map((name) => notFound('Gudang', name))

/** Words for each unit name that does not exist, once. */
export const unitErrors = (names: readonly (string | null)[]): readonly string[] =>
  unknownNames(names, [ACCURATE_UNIT.name]).map((name) => notFound('Satuan', name))

/** Words for a branch name that does not exist. */
export const branchErrors = (name: string | null): readonly string[] =>
  unknownNames([name], [ACCURATE_BRANCH.name]).map((unknown) => notFound('Cabang', unknown))

/** Words for an account number that does not exist or takes no postings. */
export const accountErrors = (accountNo: string): readonly string[] =>
  findPostingAccount(accountNo) === null ? [notFound('Akun', accountNo)] : []

/** Words for the account of a receipt: it must exist and be of type cash or bank. */
export const bankErrors = (bankNo: string): readonly string[] => {
  const account = findPostingAccount(bankNo)
  if (account === null) return [notFound('Akun', bankNo)]
  return account.accountType === 'CASH_BANK' ? [] : ['Kas/Bank tidak tepat']
}

/** Words for the account of a discount in a receipt; here Accurate was seen to leave the number out. */
export const discountAccountErrors = (accountNo: string): readonly string[] =>
  findPostingAccount(accountNo) === null ? ['Akun diskon tidak ditemukan atau sudah dihapus'] : []

const findPostingAccount = (accountNo: string): AccurateAccount | null =>
  ACCURATE_ACCOUNTS.find((account) => account.no === accountNo && account.isLeaf) ?? null

const unknownNames = (names: readonly (string | null)[], known: readonly string[]): readonly string[] =>
  [...new Set(names)].flatMap((name) => (name === null || known.includes(name) ? [] : [name]))
