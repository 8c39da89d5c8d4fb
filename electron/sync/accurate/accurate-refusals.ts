import type { Bilingual } from '../../../shared/domain/bilingual.ts'
import type { Refusal } from '../attention-texts.ts'

/** What to do where Accurate refuses a document whose form is inferred: a person enters it in Accurate. */
export const BY_HAND: Readonly<Record<'offset' | 'refund', Bilingual>> = {
  refund: {
    id: 'Catat pengembalian uang ini di Accurate dengan tangan (Penerimaan Penjualan atas retur ini, nomor yang sama), lalu tutup langkah ini dengan alasannya.',
    en: 'Enter this refund in Accurate by hand (a sales receipt against this return, same number), then close this step with the reason.',
  },
  offset: {
    id: 'Di Accurate, potongkan retur ini pada faktur penggantinya dengan tangan (Penerimaan Penjualan bernilai 0 atas keduanya), lalu tutup langkah ini dengan alasannya. Pembayarannya tetap dikirim setelah itu.',
    en: 'In Accurate, set this return off against its new invoice by hand (a sales receipt of 0 over both), then close this step with the reason. Its payments are sent after that.',
  },
}

/** How Accurate turns documents down, by its own (Indonesian) words. The first that matches counts, so the narrow ones stand first. */
export const ACCURATE_REFUSALS: readonly Refusal[] = [
  {
    code: 'overpaid',
    words: /melebihi nilai piutang/i,
    remedy: {
      id: 'Faktur ini sudah dibayar di Accurate. Periksa penerimaannya di sana; jika benar, tutup langkah ini dengan alasannya.',
      en: 'This invoice is already paid in Accurate. Check its receipts there; if that is right, close this step with the reason.',
    },
  },
  {
    code: 'underpaid',
    words: /tidak mencukupi untuk melunasi/i,
    remedy: {
      id: 'Accurate menganggap nilai pembayaran kurang. Periksa faktur di Accurate, lalu tekan Coba lagi.',
      en: 'Accurate holds the payment to be too small. Check the invoice in Accurate, then press Try again.',
    },
  },
  {
    code: 'several-branches',
    words: /lebih dari satu cabang/i,
    remedy: {
      id: 'Pengguna token API melihat lebih dari satu cabang. Beri pengguna itu akses ke satu cabang saja di Accurate, lalu tekan Coba lagi.',
      en: 'The user of the API token sees more than one branch. Give that user access to one branch only in Accurate, then press Try again.',
    },
  },
  {
    code: 'unknown-customer',
    words: /pelanggan\b.*(tidak ditemukan|sudah dihapus|tidak tepat|non ?aktif)/i,
    remedy: {
      id: 'Pelanggan umum tidak ada di Accurate. Buat pelanggan "Pelanggan Umum" di Accurate, lalu tekan Coba lagi.',
      en: 'The walk-in customer is not in Accurate. Create the customer "Pelanggan Umum" in Accurate, then press Try again.',
    },
  },
  {
    code: 'unknown-warehouse',
    words: /gudang\b.*(tidak ditemukan|sudah dihapus|tidak tepat|non ?aktif)/i,
    remedy: {
      id: 'Gudang tidak ada di Accurate (mungkin berganti nama). Periksa gudang utama di Accurate, lalu tekan Coba lagi.',
      en: 'The warehouse is not in Accurate (it may have been renamed). Check the default warehouse in Accurate, then press Try again.',
    },
  },
  {
    code: 'unknown-account',
    words: /(akun|kas\/bank)\b.*(tidak ditemukan|sudah dihapus|tidak tepat|non ?aktif)/i,
    remedy: {
      id: 'Akun kas/bank tidak ada atau nonaktif di Accurate. Buat atau aktifkan akunnya, lalu tekan Coba lagi.',
      en: 'The cash or bank account is missing or inactive in Accurate. Create or activate it, then press Try again.',
    },
  },
  {
    code: 'return-too-many',
    words: /retur\b.*(melebihi|lebih besar)/i,
    remedy: {
      id: 'Accurate menganggap yang kembali lebih banyak dari yang tercatat di fakturnya. Periksa faktur dan retur sebelumnya di Accurate; jika sudah dicatat di sana, tutup langkah ini dengan alasannya.',
      en: 'Accurate holds that more comes back than its invoice shows. Check the invoice and earlier returns in Accurate; if it is entered there, close this step with the reason.',
    },
  },
  {
    code: 'unknown-invoice',
    words: /faktur( penjualan)?\b.*(tidak ditemukan|sudah dihapus|tidak tepat)/i,
    remedy: {
      id: 'Accurate tidak lagi menyimpan faktur penjualan ini. Periksa apakah dihapus di sana; jika memang dihapus, tutup langkah ini dengan alasannya.',
      en: 'Accurate no longer holds the invoice of this sale. Check whether it was deleted there; if so, close this step with the reason.',
    },
  },
  {
    code: 'negative-stock',
    words: /(stok|kuantitas|persediaan).*(tidak (cukup|mencukupi)|kurang|minus)/i,
    remedy: {
      id: 'Stok di Accurate kurang. Catat barang masuk di Accurate (atau izinkan stok minus), lalu tekan Coba lagi.',
      en: 'Accurate has too little stock. Enter the goods received in Accurate (or allow negative stock), then press Try again.',
    },
  },
  {
    code: 'unknown-item',
    words: /(barang( & jasa)?\b.*(tidak ditemukan|sudah dihapus|tidak tepat|non ?aktif))|missing item/i,
    remedy: {
      id: 'SKU ini tidak ada di Accurate. Buat barang dengan kode yang sama persis di Accurate, lalu tekan Coba lagi.',
      en: 'Accurate does not have this SKU. Create an item with exactly this code in Accurate, then press Try again.',
    },
  },
  {
    code: 'date-refused',
    words:
      /tanggal.*(tidak dapat|tidak boleh|dibatasi|pembatasan|lebih kecil|lebih besar|ditutup|dicegah)|periode.*(ditutup|terkunci)|sudah ditutup/i,
    remedy: {
      id: 'Tanggal penjualan ditolak Accurate. Buka Preferensi, Pembatasan, Tanggal Transaksi di Accurate, izinkan tanggal itu, lalu tekan Coba lagi. Konter tidak mengganti tanggal.',
      en: 'Accurate refuses the date of the sale. In Accurate open Preferences, Restrictions, Transaction Date, allow the date, then press Try again. Konter never changes the date.',
    },
  },
  {
    code: 'serial-number',
    words: /no\. seri|nomor seri|serial/i,
    remedy: {
      id: 'Barang ini memakai nomor seri di Accurate, dan Konter belum mengirimnya. Catat fakturnya di Accurate dengan nomor ini, lalu tekan Coba lagi.',
      en: 'This item needs serial numbers in Accurate, which Konter does not send yet. Enter the invoice in Accurate with this number, then press Try again.',
    },
  },
  {
    code: 'below-minimum',
    words: /syarat minimum penjualan/i,
    remedy: {
      id: 'Barang ini punya Minimum Jual di Accurate. Ubah minimumnya di Accurate, lalu tekan Coba lagi.',
      en: 'This item has a minimum quantity of sale in Accurate. Change it there, then press Try again.',
    },
  },
  {
    code: 'zero-cost',
    words: /biaya persediaan.*nol/i,
    remedy: {
      id: 'Biaya persediaan barang nol di Accurate. Catat barang masuk dengan harganya di Accurate, lalu tekan Coba lagi.',
      en: 'The item has no inventory cost in Accurate. Enter the goods received with their cost in Accurate, then press Try again.',
    },
  },
  {
    code: 'field-refused',
    words: /invalid field value|nilai angka terlalu besar|harus diisi/i,
    remedy: {
      id: 'Accurate menolak satu isian. Catat dokumen ini di Accurate dengan nomor yang sama, lalu tekan Coba lagi; kirim pesan ini ke pembuat Konter.',
      en: 'Accurate refused a field. Enter the document in Accurate with the same number, then press Try again; send this message to the makers of Konter.',
    },
  },
]
