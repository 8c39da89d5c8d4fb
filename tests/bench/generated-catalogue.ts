import type { ImportedTable } from '../../shared/ipc/contract.ts'

const BRANDS = [
  'Indomie',
  'ABC',
  'Garuda',
  'Nabati',
  'Khong Guan',
  'Kapal Api',
  'Ultra',
  'Sariwangi',
  'Bango',
  'Rinso',
  'Sunlight',
  'Lifebuoy',
  'Pepsodent',
  'Wardah',
  'Teh Botol',
  'Good Day',
  'Roma',
  'Chitato',
  'Qtela',
  'Silver Queen',
]
const KINDS = [
  'Goreng',
  'Kuah',
  'Susu',
  'Kopi',
  'Teh',
  'Wafer',
  'Biskuit',
  'Keripik',
  'Sabun',
  'Sampo',
  'Kecap',
  'Saus',
  'Minyak',
  'Beras',
  'Gula',
  'Coklat',
  'Permen',
  'Sirup',
  'Deterjen',
  'Tisu',
]
const FLAVOURS = [
  'Ayam Bawang',
  'Soto',
  'Rendang',
  'Original',
  'Stroberi',
  'Vanila',
  'Pedas',
  'Manis',
  'Keju',
  'Balado',
  'Melon',
  'Jeruk',
  'Pandan',
  'Karamel',
  'Madu',
  'Lemon',
  'Mint',
  'Kacang',
  'Sapi Panggang',
  'Rumput Laut',
]
const SIZES = [
  '20 g',
  '35 g',
  '60 g',
  '85 g',
  '120 ml',
  '200 ml',
  '250 g',
  '330 ml',
  '400 g',
  '500 ml',
  '600 ml',
  '1 kg',
  '1 L',
  '2 L',
  'isi 5',
  'isi 10',
  'isi 12',
  'isi 24',
  'refill',
  'sachet',
]

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

const withCheckDigit = (twelveDigits: string): string => {
  const sum = twelveDigits
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${twelveDigits}${(10 - (sum % 10)) % 10}`
}

/** The EAN-13 of the n-th generated item. */
export const generatedBarcode = (index: number): string => withCheckDigit(`899${String(100_000_000 + index)}`)

/** A catalogue of so many different items as a CSV would bring it, with names made of shop words. */
export const generatedCatalogue = (count: number): ImportedTable => ({
  header: ['sku', 'barcode', 'name', 'category', 'cost', 'price', 'stock'],
  rows: Array.from({ length: count }, (_, index) => ({
    lineNumber: index + 2,
    cells: [
      `GEN-${String(index).padStart(6, '0')}`,
      generatedBarcode(index),
      `${at(BRANDS, index)} ${at(KINDS, Math.floor(index / 20))} ${at(FLAVOURS, Math.floor(index / 400))} ${at(SIZES, Math.floor(index / 8000))} ${index}`,
      at(KINDS, Math.floor(index / 20)),
      String(500 + (index % 400) * 50),
      String(1000 + (index % 400) * 100),
      String(index % 90),
    ],
  })),
})
