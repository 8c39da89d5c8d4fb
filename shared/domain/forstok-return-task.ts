import type { Bilingual } from './bilingual.ts'
import { addRupiah, formatRupiah, negateRupiah, rupiah, type Rupiah } from './money.ts'
import { formatQuantity } from './quantity.ts'
import { lineTotal, returnedLines, soldLines } from './sale-sums.ts'
import type { Sale, SaleLine } from './sale.ts'

const sumOf = (lines: readonly SaleLine[]): Rupiah => addRupiah(...lines.map(lineTotal))

/**
 * What is left to do in Accurate when an exchange has its new invoice there and its earlier sale not: the goods that came
 * back pay for part of an invoice, or all of it, with no return there to set off. Empty when nothing is left open.
 */
const openInvoice = (sale: Pick<Sale, 'number' | 'lines'>): Bilingual => {
  const cameBack = negateRupiah(sumOf(returnedLines(sale)))
  const open = rupiah(Math.min(sumOf(soldLines(sale)), cameBack))
  if (open === 0) return { id: '', en: '' }
  const amount = formatRupiah(open)
  return {
    id: ` Di Accurate, faktur ${sale.number} masih terbuka ${amount}, yang dibayar dengan barang kembali ini: setelah returnya ada di sana (dari integrasi Forstok, atau Retur Penjualan tanpa faktur), buat Penerimaan Penjualan bernilai 0 dengan faktur itu ${amount} dan retur itu -${amount}.`,
    en: ` In Accurate, invoice ${sale.number} is still open by ${amount}, which these returned goods paid: once their return is there (from Forstok's integration, or a sales return without invoice), make a sales receipt of 0 with that invoice ${amount} and that return -${amount}.`,
  }
}

/**
 * What a person does at Forstok when goods came back: no public call is known, and its own return is a manual form
 * (reference, reason, quantity received, quantity restocked; put-away adds to on hand). `leavesInvoiceOpen`: what is sold
 * in exchange has its invoice in Accurate, where nothing comes back.
 */
export const forstokReturnTask = (
  sale: Pick<Sale, 'number' | 'lines' | 'returnOf' | 'returnNumber'>,
  { leavesInvoiceOpen }: { readonly leavesInvoiceOpen: boolean },
): Bilingual => {
  const reference = sale.returnNumber ?? sale.number
  const lines = returnedLines(sale)
  const total = formatRupiah(negateRupiah(sumOf(lines)))
  const order = sale.returnOf?.number ?? ''
  const accurate = leavesInvoiceOpen ? openInvoice(sale) : { id: '', en: '' }
  const list = (words: {
    readonly returned: string
    readonly received: string
    readonly restocked: string
    readonly weighed: string
  }): string =>
    lines
      .map(
        (line) =>
          `${line.sku} ${line.name}: ${words.returned} ${formatQuantity(-line.quantity)}, ${words.received} ${formatQuantity(
            line.returned?.received ?? 0,
          )}, ${words.restocked} ${line.soldBy === 'weight' ? words.weighed : formatQuantity(line.returned?.restocked ?? 0)} (${line.returned?.reason ?? ''})`,
      )
      .join('; ')
  return {
    id: `Di Forstok buka pesanan dengan Reference # ${order}, buat Sales Return dengan Return Reference # ${reference} sebesar ${total}: ${list(
      {
        returned: 'kembali',
        received: 'diterima',
        restocked: 'masuk stok',
        weighed: '0 (timbangan: stoknya dihitung di kasir)',
      },
    )}. Lalu Confirm Received dan Put Away sebanyak yang masuk stok.${accurate.id} Setelah itu centang tugas ini.`,
    en: `In Forstok open the order with Reference # ${order} and make a Sales Return with Return Reference # ${reference} over ${total}: ${list(
      {
        returned: 'returned',
        received: 'received',
        restocked: 'restocked',
        weighed: '0 (weighed: the till keeps its stock)',
      },
    )}. Then Confirm Received and Put Away what is restocked.${accurate.en} After that tick this task off.`,
  }
}
