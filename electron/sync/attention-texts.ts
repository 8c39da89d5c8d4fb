import type { Bilingual } from '../../shared/domain/bilingual.ts'
import { formatThousands } from '../../shared/domain/money.ts'
import type { Attention } from '../../shared/domain/step.ts'

/** One way in which a service turns a sale down: how its words are known, and what the shop can do. */
export type Refusal = { readonly code: string; readonly words: RegExp; readonly remedy: Bilingual }

/** A refusal that no row of a table knows. */
export const GENERIC_REMEDY: Bilingual = {
  id: 'Baca pesan layanan, perbaiki penyebabnya di sana, lalu tekan Coba lagi. Penjualan ini tetap tersimpan.',
  en: 'Read the message, correct its cause at the service, then press Try again. The sale is kept.',
}

/** The first row whose words are in the message, else the generic one. */
export const attentionFor = (message: string, httpStatus: number | null, refusals: readonly Refusal[]): Attention => {
  const refusal = refusals.find((candidate) => candidate.words.test(message))
  return { code: refusal?.code ?? 'refused', message, remedy: refusal?.remedy ?? GENERIC_REMEDY, httpStatus }
}

/** The service holds the sale with another total. */
export const totalDiffers = (service: string, expected: number, held: number): Attention => ({
  code: 'total-differs',
  message: `${service}: Rp ${formatThousands(held)}, Konter: Rp ${formatThousands(expected)}`,
  remedy: {
    id: `Bandingkan struk dengan dokumen di ${service}, perbaiki dokumen itu di sana, lalu tutup langkah ini dengan alasannya.`,
    en: `Compare the receipt with the document at ${service}, correct it there, then close this step with the reason.`,
  },
  httpStatus: null,
})

/** The number is taken by a document of somebody else. */
export const customerDiffers = (service: string, number: string): Attention => ({
  code: 'customer-differs',
  message: `${service}: ${number} is held for another customer`,
  remedy: {
    id: `Nomor ${number} di ${service} dipakai untuk pelanggan lain. Periksa dokumen itu, lalu perbaiki di sana atau tutup langkah ini dengan alasannya.`,
    en: `Number ${number} at ${service} is used for another customer. Check that document, then correct it there or close this step with the reason.`,
  },
  httpStatus: null,
})

/** The number is taken by a document of another sale: two registers make the same numbers. */
export const numberTaken = (service: string, number: string): Attention => ({
  code: 'number-taken',
  message: `${service}: ${number} belongs to a sale of another register`,
  remedy: {
    id: `Nomor ${number} di ${service} sudah dipakai penjualan kasir lain: dua kasir memakai kode yang sama. Ganti kode kasir ini di Pengaturan, catat penjualan ini di ${service} dengan nomor lain, lalu tutup langkah ini dengan alasannya.`,
    en: `Number ${number} at ${service} is used by a sale of another register: two registers share one code. Change this register's code in Settings, enter this sale at ${service} under another number, then close this step with the reason.`,
  },
  httpStatus: null,
})

/** The service says again and again that the number is taken, and shows no document of that number. */
export const takenUnseen = (service: string, number: string, message: string): Attention => ({
  code: 'number-taken-unseen',
  message,
  remedy: {
    id: `${service} menolak nomor ${number} karena sudah ada, tetapi tidak memperlihatkan dokumennya (mungkin di cabang lain, draf, atau hak token kurang). Cari nomor itu di ${service}, lalu tekan Coba lagi atau tutup langkah ini dengan alasannya.`,
    en: `${service} refuses number ${number} as taken but shows no such document (it may be in another branch, a draft, or beyond the token's rights). Look for the number at ${service}, then press Try again or close this step with the reason.`,
  },
  httpStatus: null,
})

/** Stock moved between the count and its sending: the difference that was counted no longer holds. */
export const countAgain = (service: string, moved: readonly string[]): Attention => ({
  code: 'count-again',
  message: `${service}: ${moved.join('; ')}`,
  remedy: {
    id: `Stok di ${service} berubah sejak opname ini dihitung. Tutup langkah ini dengan alasannya, perbarui stok, lalu hitung ulang SKU itu.`,
    en: `Stock at ${service} moved after this count was taken. Close this step with the reason, update the stock, then count these SKUs again.`,
  },
  httpStatus: null,
})

/** Forstok does not refuse a repeated reference: two orders stand there for one sale. */
export const doubledOrder = (reference: string, orderIds: readonly string[]): Attention => ({
  code: 'doubled-order',
  message: `Forstok: ${reference} = ${orderIds.join(', ')}`,
  remedy: {
    id: `Forstok menyimpan ${orderIds.length} pesanan untuk ${reference} (${orderIds.join(', ')}). Batalkan yang berlebih di Forstok, lalu tekan Coba lagi. Konter tidak membatalkan apa pun.`,
    en: `Forstok holds ${orderIds.length} orders for ${reference} (${orderIds.join(', ')}). Cancel the surplus ones at Forstok, then press Try again. Konter cancels none.`,
  },
  httpStatus: null,
})

/** The order was cancelled or returned at Forstok before Konter could take it further. */
export const orderCancelled = (reference: string, status: string): Attention => ({
  code: 'order-cancelled',
  message: `Forstok: ${reference} ${status}`,
  remedy: {
    id: `Pesanan ${reference} berstatus ${status} di Forstok. Jika itu benar, tutup langkah ini dengan alasannya; jika tidak, buat ulang pesanan di Forstok.`,
    en: `Order ${reference} is ${status} at Forstok. If that is right, close this step with the reason; if not, enter the order again at Forstok.`,
  },
  httpStatus: null,
})

/** A later step without the answer of the step before it: the outbox and the services no longer agree. */
export const orderMissing = (reference: string): Attention => ({
  code: 'order-missing',
  message: `Forstok: ${reference} not found`,
  remedy: {
    id: `Forstok tidak lagi menyimpan pesanan ${reference}. Periksa di Forstok; buat ulang di sana atau tutup langkah ini dengan alasannya.`,
    en: `Forstok no longer holds order ${reference}. Check there; enter it again or close this step with the reason.`,
  },
  httpStatus: null,
})
