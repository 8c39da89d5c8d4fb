import type { ActionableError } from '../../shared/ipc/contract.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'

/** What the cashier is told when a sale could not be written durably: it is not paid, and why. */
export const journalFailure = (error: unknown): ActionableError => {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      code: 'disk-full',
      message: {
        id: 'Diska komputer ini penuh, jadi penjualan belum tersimpan. Kosongkan ruang diska, lalu tekan Bayar lagi.',
        en: "This computer's disk is full, so the sale is not saved yet. Free some space, then press Pay again.",
      },
      detail,
    }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return {
      code: 'disk-refused',
      message: {
        id: 'Konter tidak boleh menulis ke foldernya, jadi penjualan belum tersimpan. Periksa izin folder, lalu tekan Bayar lagi.',
        en: 'Konter may not write to its folder, so the sale is not saved yet. Check the permissions of the folder, then press Pay again.',
      },
      detail,
    }
  }
  return {
    code: 'journal-failed',
    message: {
      id: 'Penjualan belum tersimpan ke diska. Tekan Bayar lagi; bila tetap gagal, periksa diska komputer ini.',
      en: 'The sale is not saved to disk yet. Press Pay again; if that fails too, check the disk of this computer.',
    },
    detail,
  }
}

/** What the cashier is told when something other than a sale could not be copied into the journal. */
export const copyFailure = (error: unknown): ActionableError => ({
  code: 'journal.not-kept',
  message: {
    id: 'Sudah tercatat di kasir, tetapi salinannya belum tersimpan di diska. Periksa ruang diska dan biarkan aplikasi terbuka; salinan dibuat lagi saat aplikasi dibuka kembali.',
    en: 'It stands in the till, but its copy is not on the disk yet. Check the disk space; the copy is made again when the app is opened next.',
  },
  detail: `${codeOf(error)} ${error instanceof Error ? error.message : String(error)}`,
})
