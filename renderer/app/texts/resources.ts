import { approval as approvalEnglish } from './en/approval.ts'
import { common as commonEnglish } from './en/common.ts'
import { courierPdf as courierPdfEnglish } from './en/courier-pdf.ts'
import { documents as documentsEnglish } from './en/documents.ts'
import { goodsLabels as goodsLabelsEnglish } from './en/goods-labels.ts'
import { listing as listingEnglish } from './en/listing.ts'
import { orders as ordersEnglish } from './en/orders.ts'
import { practice as practiceEnglish } from './en/practice.ts'
import { printers as printersEnglish } from './en/printers.ts'
import { printing as printingEnglish } from './en/printing.ts'
import { recovery as recoveryEnglish } from './en/recovery.ts'
import { returns as returnsEnglish } from './en/returns.ts'
import { sell as sellEnglish } from './en/sell.ts'
import { settings as settingsEnglish } from './en/settings.ts'
import { shell as shellEnglish } from './en/shell.ts'
import { shifts as shiftsEnglish } from './en/shifts.ts'
import { stock as stockEnglish } from './en/stock.ts'
import { approval as approvalIndonesian } from './id/approval.ts'
import { common as commonIndonesian } from './id/common.ts'
import { courierPdf as courierPdfIndonesian } from './id/courier-pdf.ts'
import { documents as documentsIndonesian } from './id/documents.ts'
import { goodsLabels as goodsLabelsIndonesian } from './id/goods-labels.ts'
import { listing as listingIndonesian } from './id/listing.ts'
import { orders as ordersIndonesian } from './id/orders.ts'
import { practice as practiceIndonesian } from './id/practice.ts'
import { printers as printersIndonesian } from './id/printers.ts'
import { printing as printingIndonesian } from './id/printing.ts'
import { recovery as recoveryIndonesian } from './id/recovery.ts'
import { returns as returnsIndonesian } from './id/returns.ts'
import { sell as sellIndonesian } from './id/sell.ts'
import { settings as settingsIndonesian } from './id/settings.ts'
import { shell as shellIndonesian } from './id/shell.ts'
import { shifts as shiftsIndonesian } from './id/shifts.ts'
import { stock as stockIndonesian } from './id/stock.ts'

/** All words of the till, by language and namespace. Indonesian is the reference; English is typed by it. */
export const resources = {
  id: {
    approval: approvalIndonesian,
    common: commonIndonesian,
    courierPdf: courierPdfIndonesian,
    documents: documentsIndonesian,
    goodsLabels: goodsLabelsIndonesian,
    listing: listingIndonesian,
    orders: ordersIndonesian,
    practice: practiceIndonesian,
    printers: printersIndonesian,
    printing: printingIndonesian,
    recovery: recoveryIndonesian,
    returns: returnsIndonesian,
    sell: sellIndonesian,
    settings: settingsIndonesian,
    shell: shellIndonesian,
    shifts: shiftsIndonesian,
    stock: stockIndonesian,
  },
  en: {
    approval: approvalEnglish,
    common: commonEnglish,
    courierPdf: courierPdfEnglish,
    documents: documentsEnglish,
    goodsLabels: goodsLabelsEnglish,
    listing: listingEnglish,
    orders: ordersEnglish,
    practice: practiceEnglish,
    printers: printersEnglish,
    printing: printingEnglish,
    recovery: recoveryEnglish,
    returns: returnsEnglish,
    sell: sellEnglish,
    settings: settingsEnglish,
    shell: shellEnglish,
    shifts: shiftsEnglish,
    stock: stockEnglish,
  },
} as const

export type Language = keyof typeof resources
