/** Every Accurate call that Konter makes. The first stands on the account host, the others on the host that it names. */
export const ACCURATE_ENDPOINTS = {
  apiToken: { method: 'POST', path: '/api/api-token.do', scope: null },
  /** A cheap call that reads nothing we keep. */
  listBranches: { method: 'GET', path: '/accurate/api/branch/list.do', scope: 'branch_view' },
  listWarehouses: { method: 'GET', path: '/accurate/api/warehouse/list.do', scope: 'warehouse_view' },
  listAccounts: { method: 'GET', path: '/accurate/api/glaccount/list.do', scope: 'glaccount_view' },
  listCustomers: { method: 'GET', path: '/accurate/api/customer/list.do', scope: 'customer_view' },
  saveInvoice: { method: 'POST', path: '/accurate/api/sales-invoice/save.do', scope: 'sales_invoice_save' },
  readInvoice: { method: 'GET', path: '/accurate/api/sales-invoice/detail.do', scope: 'sales_invoice_view' },
  listInvoices: { method: 'GET', path: '/accurate/api/sales-invoice/list.do', scope: 'sales_invoice_view' },
  saveReturn: { method: 'POST', path: '/accurate/api/sales-return/save.do', scope: 'sales_return_save' },
  readReturn: { method: 'GET', path: '/accurate/api/sales-return/detail.do', scope: 'sales_return_view' },
  saveReceipt: { method: 'POST', path: '/accurate/api/sales-receipt/save.do', scope: 'sales_receipt_save' },
  readReceipt: { method: 'GET', path: '/accurate/api/sales-receipt/detail.do', scope: 'sales_receipt_view' },
  saveAdjustment: { method: 'POST', path: '/accurate/api/item-adjustment/save.do', scope: 'item_adjustment_save' },
  readAdjustment: { method: 'GET', path: '/accurate/api/item-adjustment/detail.do', scope: 'item_adjustment_view' },
  getStock: { method: 'GET', path: '/accurate/api/item/get-stock.do', scope: 'item_view' },
} as const satisfies Record<string, AccurateEndpoint>

export type AccurateEndpoint = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The right that the API token's application needs for it. */
  readonly scope: string | null
}

/** A query string. Commas stay as they are: one team saw `%2C` not being read in `fields`. */
export const accurateQuery = (query: Readonly<Record<string, string>>): string => {
  const parts = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
