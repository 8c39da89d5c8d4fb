import { failure, type Result } from '../../../shared/domain/result.ts'
import type { Attention } from '../../../shared/domain/step.ts'

const attentionOf = (code: string, message: string, id: string, en: string): Attention => ({
  code,
  message,
  remedy: { id, en },
  httpStatus: null,
})

/** The company lacks something that one document needs: that step alone waits for a person. */
export const MISSING_SETUP = {
  roundingAccount: attentionOf(
    'no-rounding-account',
    'Accurate: no account "Pembulatan"',
    'Buat akun "Pembulatan" di Daftar Akun Accurate (misalnya tipe Pendapatan Lainnya), lalu tekan Coba lagi.',
    'Create an account named "Pembulatan" in the chart of accounts of Accurate (for example of type Other Income), then press Try again.',
  ),
  depositAccount: attentionOf(
    'no-deposit-account',
    'Accurate: no account "Deposit Pelanggan"',
    'Buat akun Kas & Bank bernama "Deposit Pelanggan" di Accurate, lalu tekan Coba lagi.',
    'Create a Cash & Bank account named "Deposit Pelanggan" in Accurate, then press Try again.',
  ),
  scrapWarehouse: attentionOf(
    'no-scrap-warehouse',
    'Accurate: no scrap warehouse',
    'Barang yang tidak kembali ke rak masuk gudang barang rusak. Buat gudang di Accurate dan tandai sebagai gudang barang rusak (scrap), lalu tekan Coba lagi.',
    'What does not go back on the shelf goes to a scrap warehouse. Create a warehouse in Accurate and mark it as scrap, then press Try again.',
  ),
  warehouse: attentionOf(
    'unknown-warehouse',
    'Accurate: the warehouse of this document is not in use',
    'Gudang dokumen ini tidak ada atau nonaktif di Accurate. Aktifkan lagi di sana, lalu tekan Coba lagi; atau tutup langkah ini dan buat dokumen baru.',
    'The warehouse of this document is missing or inactive in Accurate. Activate it there, then press Try again; or close this step and make a new document.',
  ),
} as const

/** A body that cannot be made for want of set-up in the company. */
export const lacking = (missing: keyof typeof MISSING_SETUP): Result<never, Attention> =>
  failure(MISSING_SETUP[missing])
