import type { Refusal } from '../attention-texts.ts'

/** How Forstok turns orders down. Its words are not published: these match the nouns any wording must hold. */
export const FORSTOK_REFUSALS: readonly Refusal[] = [
  {
    code: 'unknown-item',
    words: /\b(sku|item|variant|barang|product|produk)\b/i,
    remedy: {
      id: 'SKU ini tidak ada (atau belum dikonfirmasi) di Forstok. Buat atau konfirmasi produknya di Forstok, lalu tekan Coba lagi.',
      en: 'Forstok does not have this SKU, or it is not confirmed there. Create or confirm the product at Forstok, then press Try again.',
    },
  },
  {
    code: 'unknown-warehouse',
    words: /warehouse|gudang/i,
    remedy: {
      id: 'Gudang ditolak Forstok. Periksa gudang utama di Forstok, lalu tekan Coba lagi.',
      en: 'Forstok refused the warehouse. Check the default warehouse at Forstok, then press Try again.',
    },
  },
  {
    code: 'unknown-store',
    words: /store|toko|channel/i,
    remedy: {
      id: 'Toko ditolak Forstok. Periksa toko POS atau Sales Order di Forstok, lalu tekan Coba lagi.',
      en: 'Forstok refused the store. Check the POS or Sales Order store at Forstok, then press Try again.',
    },
  },
  {
    code: 'address-refused',
    words: /address|alamat|district|kecamatan|province|provinsi|city|kota|postal|kode pos|phone|telepon/i,
    remedy: {
      id: 'Alamat kirim ditolak Forstok. Periksa provinsi, kota, kecamatan, kelurahan dan kode pos; buat pesanan di Forstok dengan alamat yang benar dan tutup langkah ini.',
      en: 'Forstok refused the shipping address. Check province, city, district, sub-district and postcode; enter the order at Forstok with the right address and close this step.',
    },
  },
]
