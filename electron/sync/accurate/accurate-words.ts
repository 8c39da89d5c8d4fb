/** Accurate's server failed inside although it answered 200: a write may or may not have happened. */
export const isServerCrash = (message: string): boolean => /upsss|kode referensi:|java\.lang|exception/i.test(message)

/** The number is taken: most often by our own earlier call. The words are known for invoices and receipts, taken to be alike for the rest. */
export const isDuplicateNumber = (message: string): boolean =>
  /sudah ada data lain dengan (no(mor)?\.? ?)?(faktur|bukti|retur|penyesuaian|dokumen|transaksi|#)/i.test(message)

/** The words of a token, signature or scope that is not accepted, whatever status they come with. */
export const isAccessRefusal = (message: string): boolean =>
  /x-api[- ](signature|timestamp)|invalid[_ ](or revoked api )?token|unauthorized|insufficient_scope|data session key/i.test(
    message,
  )

/** The till's clock is off by more than the 600 seconds that a signature lasts. */
export const isClockRefusal = (message: string): boolean =>
  /timestamp (difference|invalid)|difference more than 600/i.test(message)

/**
 * detail.do found no document of this number: `<document> tidak tepat`. What Accurate calls a receipt, a return or an adjustment there is not published, so their
 * likely names are all taken. Any other refusal proves nothing.
 */
export const isNotFound = (message: string): boolean =>
  /^((no\.? ?)?(faktur|bukti|penerimaan|pembayaran|retur|penyesuaian|dokumen|transaksi)( penjualan| pelanggan| penerimaan| pembayaran| persediaan| barang)?|sales (invoice|receipt|return)|item adjustment)\b.*(tidak tepat|tidak ditemukan|sudah dihapus)/i.test(
    message.trim(),
  )
