import { addRupiah, rupiah, subtractRupiah, timesRupiah } from '../domain/money.ts'
import { saleLineSchema, type Delivery, type Sale, type SaleLine } from '../domain/sale.ts'

/** One line of a sample sale. */
export const sampleLine = (sku: string, name: string, quantity: number, price: number, regular = price): SaleLine =>
  saleLineSchema.parse({
    sku,
    name,
    barcode: null,
    quantity,
    regularPrice: rupiah(regular),
    unitPrice: rupiah(price),
    amount: timesRupiah(rupiah(price), quantity),
  })

/** A delivery of ordinary length. */
export const SAMPLE_DELIVERY: Delivery = {
  recipientName: 'Rina Kusumawati',
  phone: '0813-2244-7788',
  address: 'Jl. Cihampelas No. 160, RT 04 RW 02, sebelah apotek',
  province: 'Jawa Barat',
  city: 'Kota Bandung',
  district: 'Coblong',
  subDistrict: 'Cipaganti',
  postalCode: '40131',
  courier: 'JNE REG',
  awb: 'JP8812345678',
  note: 'Tolong titip di pos satpam bila rumah kosong.',
}

const LINES: readonly SaleLine[] = [
  sampleLine('AIRM-0002', 'SUI Botol 600 mL', 6, 2000),
  sampleLine('SNAC-0001', 'Beng-beng', 2, 1800, 2000),
  sampleLine('BERA-0004', 'Beras Ramos Setra Pulen Kemasan 5 kg', 1, 68500),
]

/** A paid sale of ordinary length, for tests and previews; `changes` replaces parts of it and the totals follow the lines. */
export const sampleSale = (changes: Partial<Sale> = {}): Sale => {
  const lines = changes.lines ?? LINES
  const total = addRupiah(...lines.map((line) => line.amount))
  const handedOver = rupiah(Math.max(total, Math.min(999_999_999_999, Math.ceil(total / 50_000) * 50_000)))
  return {
    id: '6b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d',
    number: 'K1-261121-0007',
    register: 'K1',
    cashier: 'Sari',
    kind: 'walk-in',
    openedAtMs: 1_795_269_600_000,
    paidAtMs: 1_795_269_900_000,
    utcOffsetMinutes: 420,
    shop: {
      name: 'Toko Sumber Rejeki',
      address: ['Jl. Diponegoro No. 12, Citarum', 'Kota Bandung, Jawa Barat 40115'],
      phone: '022-4201188',
      npwp: '',
    },
    lines,
    basketDiscount: null,
    tax: null,
    rounding: rupiah(0),
    total,
    tenders: [{ method: 'cash', amount: handedOver, applied: total, reference: null, isConfirmed: true }],
    change: subtractRupiah(handedOver, total),
    delivery: null,
    note: '',
    route: 'both-not-linked',
    returnOf: null,
    returnNumber: null,
    shiftId: null,
    approvals: [],
    stockApproval: null,
    ...changes,
  }
}

/** Everything as long as a careless hand can make it, with characters that no printer font has. */
export const longSampleSale = (): Sale => {
  const name =
    'Sabun Mandi Cair Antibakteri Kemasan Isi Ulang Ekonomis Wangi Bunga Melati dan Sereh 450 mL x 12 pcs Karton Promo Akhir Tahun 福袋'
  const lines = Array.from({ length: 24 }, (_, index) =>
    sampleLine(
      `SABUN-ANTIBAKTERI-REFILL-${String(index).padStart(4, '0')}`,
      `${name} ${String(index)}`,
      12 + index * 997,
      1_234_567,
    ),
  )
  const sale = sampleSale({
    number: 'KASIR9-261121-123456',
    register: 'KASIR9',
    kind: 'delivery',
    cashier: 'Raden Ajeng Kartini Djojoadhiningrat Sosroningrat',
    shop: {
      name: 'Toko Grosir Serba Ada Sumber Rejeki Makmur Abadi Sentosa Jaya Bersama',
      address: [
        'Ruko Grand Permata Indah Blok AA-17 No. 12-14, Jalan Jenderal Ahmad Yani Kilometer 7,5',
        'Kelurahan Cisaranten Kulon, Kecamatan Arcamanik, Kota Bandung, Jawa Barat 40293',
      ],
      phone: '+62 812-3456-7890-1234 / (022) 4201188 ext. 4455',
      npwp: '0123 4567 8901 2345',
    },
    lines,
    delivery: {
      ...SAMPLE_DELIVERY,
      recipientName: 'Bapak Dr. H. Muhammad Zulkarnain Abdurrahman Wiradikusumah, S.E., M.M. 😀',
      phone: '+62 812-3456-7890 / +62 813-9876-5432',
      address:
        'Perumahan Griya Bukit Permata Asri Residence Cluster Edelweiss Blok F-12 Nomor 7B, RT 012 RW 034, belakang Masjid Al-Ikhlas, pagar besi warna hijau tua, rumah paling ujung sebelah kiri setelah warung Bu Yati, Jalan Raya Alternatif Cibubur-Cileungsi Kilometer 3,5',
      subDistrict: 'Pangkalan Kerinci Kota Timur Laut',
      district: 'Pangkalan Kerinci Sebelah Selatan',
      city: 'Kabupaten Kepulauan Siau Tagulandang Biaro',
      province: 'Daerah Istimewa Yogyakarta',
      courier: 'SiCepat Ekspres HALU Reguler',
      awb: 'SPXID-0412345678901234567',
      note: 'Mohon video unboxing. Barang mudah pecah, jangan dibanting! Hubungi dulu sebelum antar, jam kerja 08.00-17.00, bila tidak ada orang titip tetangga sebelah kanan (Pak RT).',
    },
    note: 'Pelanggan lama, minta bungkus kado dua lapis & kartu ucapan “Selamat ulang tahun, Ibu”.',
  })
  return {
    ...sale,
    tenders: [
      {
        method: 'transfer',
        amount: rupiah(200_000_000),
        applied: rupiah(200_000_000),
        reference: 'BCA/2026-11-21/TRF/000123456789012345',
        isConfirmed: true,
      },
      {
        method: 'cash',
        amount: sale.total,
        applied: subtractRupiah(sale.total, rupiah(200_000_000)),
        reference: null,
        isConfirmed: true,
      },
    ],
    change: rupiah(200_000_000),
  }
}
