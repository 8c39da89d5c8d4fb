import type { ForstokOrder } from '../../../shared/api/forstok.ts'
import { isRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { documentTypeOf, saleParts } from '../../../shared/domain/sale-sums.ts'
import type { Sale, TenderMethod } from '../../../shared/domain/sale.ts'
import type { WireId } from '../../../shared/api/wire.ts'
import type { RemoteRecord } from '../../../shared/domain/step.ts'
import { registerTimestamp } from '../register-time.ts'
import { orderRows, weighedNotes } from './order-rows.ts'

/** The standing customer of sales over the counter. */
export const WALK_IN_CUSTOMER_NAME = 'Pelanggan Umum'

/** Where orders go in the shop's Forstok account, each as Forstok wrote it. */
export type ForstokDirectory = { readonly warehouseId: WireId; readonly storeId: WireId; readonly channelId: WireId }

const TENDER_TYPES: Readonly<Record<TenderMethod, string>> = {
  cash: 'Cash',
  qris: 'QRIS',
  card: 'EDC',
  transfer: 'Bank Transfer',
  deposit: 'Deposit',
}

/** What of an order the goods of an exchange pay that came back. */
const PAID_BY_RETURN = 'Retur'

/** The name under which the order stands at Forstok. */
export const orderCustomerName = (sale: Sale): string => sale.delivery?.recipientName ?? WALK_IN_CUSTOMER_NAME

const paidBy = (sale: Sale): string => {
  const byTender = sale.tenders.filter((tender) => tender.applied > 0).map((tender) => TENDER_TYPES[tender.method])
  const types = [...new Set(byTender), ...(documentTypeOf(sale) === 'exchange' ? [PAID_BY_RETURN] : [])]
  return types.length === 0 ? 'Cash' : types.join(' + ')
}

const orderNote = (sale: Sale): string =>
  [
    ...weighedNotes(sale),
    sale.returnNumber === null || sale.returnOf === null
      ? ''
      : `Tukar barang: retur ${sale.returnNumber} dari ${sale.returnOf.number}`,
    sale.delivery === null
      ? ''
      : `Kurir: ${sale.delivery.courier}${sale.delivery.awb === null ? '' : `, resi ${sale.delivery.awb}`}`,
    sale.delivery?.note ?? '',
    sale.note,
  ]
    .filter((part) => part !== '')
    .join(' | ')

/**
 * The body of `createOrder`: what is sold, never what comes back. One row a unit, since Forstok's rows carry no quantity;
 * the rows' sale prices less the order's discount come to what the sale's sold part comes to, rounding included.
 */
export const orderBody = (sale: Sale, directory: ForstokDirectory) => {
  const { delivery } = sale
  const { rows, discount } = orderRows(sale)
  const cardReference = sale.tenders.find((tender) => tender.method === 'card' && tender.reference !== null)?.reference
  return {
    reference: sale.number,
    channel_id: directory.channelId,
    store_id: directory.storeId,
    warehouse_id: directory.warehouseId,
    ordered_at: registerTimestamp(sale.paidAtMs, sale.utcOffsetMinutes),
    customer: { name: orderCustomerName(sale), phone: delivery?.phone ?? '', email: '' },
    ...(delivery === null
      ? {}
      : {
          shipping_address: {
            name: delivery.recipientName,
            phone: delivery.phone,
            address_1: delivery.address,
            province: delivery.province,
            city: delivery.city,
            district: delivery.district,
            sub_district: delivery.subDistrict,
            postal_code: delivery.postalCode,
          },
        }),
    item_lines: rows,
    discount_amount: discount,
    shipping_price: 0,
    note: orderNote(sale),
    paid: {
      type: paidBy(sale),
      amount: Math.max(0, saleParts(sale).sold),
      ...(cardReference === undefined || cardReference === null ? {} : { edc_reference: cardReference }),
    },
  }
}

/** What Forstok says the order comes to; null when it lists no rows. Rows named "rebate" are not goods. */
export const orderTotal = (order: ForstokOrder): number | null => {
  if (order.item_lines === null || order.item_lines === undefined) return null
  const goods = order.item_lines.filter((line) => line.sku?.toLowerCase() !== 'rebate')
  const rows = goods.reduce((sum, line) => sum + line.sale_price, 0)
  return rows - (order.discount_amount ?? 0) + (order.shipping_price ?? 0)
}

/** An order as the outbox remembers it. */
export const orderRecord = (order: ForstokOrder): RemoteRecord => {
  const total: number | null = orderTotal(order)
  const shown: Rupiah | null = isRupiah(total) ? total : null
  return { id: order.id, number: order.local_id ?? null, total: shown }
}
