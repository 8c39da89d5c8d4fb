/** A warehouse of the practice company. Lines name it exactly. */
export type AccurateWarehouse = {
  readonly id: number
  readonly name: string
  readonly isDefault: boolean
  /** For what cannot be sold any more. */
  readonly isScrap: boolean
}

/** The warehouse that holds the opening stock and is meant where a line names none. */
export const DEFAULT_ACCURATE_WAREHOUSE: AccurateWarehouse = {
  id: 50,
  name: 'Gudang-Utama',
  isDefault: true,
  isScrap: false,
}

export const ACCURATE_WAREHOUSES: readonly AccurateWarehouse[] = [
  DEFAULT_ACCURATE_WAREHOUSE,
  { id: 51, name: 'Gudang-Belakang', isDefault: false, isScrap: false },
  { id: 52, name: 'Gudang-Rusak', isDefault: false, isScrap: true },
]

/** An account of the general ledger; `no` is what receipts and expenses name. Headings (not leaves) take no postings. */
export type AccurateAccount = {
  readonly id: number
  readonly no: string
  readonly name: string
  readonly accountType: 'CASH_BANK' | 'REVENUE' | 'EXPENSE'
  readonly accountTypeName: string
  readonly level: number
  readonly isLeaf: boolean
}

const CASH_BANK = { accountType: 'CASH_BANK', accountTypeName: 'Kas & Bank' } as const
const REVENUE = { accountType: 'REVENUE', accountTypeName: 'Pendapatan' } as const
const EXPENSE = { accountType: 'EXPENSE', accountTypeName: 'Beban' } as const

export const ACCURATE_ACCOUNTS: readonly AccurateAccount[] = [
  { id: 100, no: '1101', name: 'Kas-dan-Bank', ...CASH_BANK, level: 1, isLeaf: false },
  { id: 101, no: '110101', name: 'Kas', ...CASH_BANK, level: 2, isLeaf: true },
  { id: 102, no: '110201', name: 'Bank', ...CASH_BANK, level: 2, isLeaf: true },
  { id: 103, no: '110202', name: 'QRIS', ...CASH_BANK, level: 2, isLeaf: true },
  { id: 104, no: '110203', name: 'EDC', ...CASH_BANK, level: 2, isLeaf: true },
  { id: 105, no: '110204', name: 'Deposit-Pelanggan', ...CASH_BANK, level: 2, isLeaf: true },
  { id: 110, no: '410101', name: 'Penjualan', ...REVENUE, level: 2, isLeaf: true },
  { id: 111, no: '410999', name: 'Pendapatan-Lain', ...REVENUE, level: 2, isLeaf: true },
  { id: 112, no: '410998', name: 'Pembulatan', ...REVENUE, level: 2, isLeaf: true },
  { id: 120, no: '610101', name: 'Potongan-Penjualan', ...EXPENSE, level: 2, isLeaf: true },
  { id: 121, no: '610201', name: 'Penyesuaian-Persediaan', ...EXPENSE, level: 2, isLeaf: true },
]

/** The one branch: with a single one, `branchName` may be left out. */
export const ACCURATE_BRANCH = { id: 60, name: 'Kantor-Pusat' } as const
/** The one unit of all items. */
export const ACCURATE_UNIT = { id: 70, name: 'PCS' } as const
/** The practice company, as `api-token.do` names it. */
export const ACCURATE_DATABASE = { id: 96_400, alias: 'Toko Latihan Konter' } as const
/** The customer of all walk-in sales. */
export const WALK_IN_CUSTOMER = { customerNo: 'C.00001', name: 'Pelanggan Umum' } as const
