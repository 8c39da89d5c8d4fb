import type { Delivery } from '../../shared/domain/sale.ts'

/** Addresses for the demo's deliveries; the AWB is made from the index so that each label carries its own barcode. */
export const demoDelivery = (index: number): Delivery => ({
  recipientName:
    ['Siti Rahmawati', 'Budi Santoso', 'I Gusti Ayu Made Wulandari', 'Yohanes Christian Situmorang'][index % 4] ??
    'Pembeli',
  phone: `0812${String(34_560_000 + index).padStart(8, '0')}`,
  address: `Jl. Melati Raya No. ${index + 1}, RT 03/RW 05`,
  province: 'Jawa Barat',
  city: 'Kota Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: ['JNE', 'J&T', 'SiCepat'][index % 3] ?? 'JNE',
  awb: index % 5 === 4 ? null : `KNT${String(8_800_000_000 + index)}`,
  note: index % 2 === 0 ? 'Titip di satpam bila tidak ada orang' : '',
})
