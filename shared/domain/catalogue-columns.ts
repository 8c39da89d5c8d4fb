import type { Bilingual } from './bilingual.ts'
import { failure, success, type Result } from './result.ts'

const NAMES = {
  sku: ['sku', 'kode', 'kode barang', 'kode sku', 'master sku', 'variant sku'],
  barcode: ['barcode', 'barkode', 'kode batang', 'ean', 'upc'],
  name: ['name', 'nama', 'nama barang', 'nama produk', 'item name'],
  category: ['category', 'kategori', 'master category'],
  price: ['price', 'harga', 'harga jual', 'selling price', 'regular price'],
  regular: ['regular', 'harga normal', 'harga coret', 'regular price'],
  cost: ['cost', 'harga modal', 'modal', 'harga beli', 'cost price', 'hpp'],
  stock: ['stock', 'stok', 'qty', 'quantity', 'jumlah'],
  unit: ['unit', 'satuan', 'uom'],
  tax: ['tax', 'ppn', 'pajak', 'kena pajak', 'kena ppn'],
  bundle: ['bundle', 'bundel', 'isi paket', 'isi bundel', 'paket'],
} as const

/** The columns of an imported catalogue. */
export type CatalogueColumn = keyof typeof NAMES

/** Where each column stands in a row's cells; null for one that the file does not have. */
export type CatalogueColumns = Readonly<Record<CatalogueColumn, number | null>>

const COLUMNS: readonly CatalogueColumn[] = [
  'sku',
  'barcode',
  'name',
  'category',
  'price',
  'regular',
  'cost',
  'stock',
  'unit',
  'tax',
  'bundle',
]
const REQUIRED: readonly CatalogueColumn[] = ['sku', 'name', 'price']

/** Forstok's files call the price so where it stands alone, and what it was before a reduction where there are two. */
const TWOFOLD = 'regular price'

const plain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')

/** Finds the columns by their English or Indonesian names, whatever their case. Fails when sku, name or price is missing, or one stands twice. */
export const findCatalogueColumns = (header: readonly string[]): Result<CatalogueColumns, Bilingual> => {
  const names = header.map(plain)
  const hasOther = names.some((name) => name !== TWOFOLD && NAMES.price.some((known) => known === name))
  const meaningOf = (name: string, column: CatalogueColumn): boolean =>
    name === TWOFOLD ? column === (hasOther ? 'regular' : 'price') : NAMES[column].some((known) => known === name)
  const placesOf = (column: CatalogueColumn): readonly number[] =>
    names.flatMap((name, place) => (meaningOf(name, column) ? [place] : []))
  const missing = REQUIRED.filter((column) => placesOf(column).length === 0)
  if (missing.length > 0) {
    const list = missing.map((column) => `“${column}” (${NAMES[column].slice(1, 3).join(', ')})`).join(', ')
    return failure({
      id: `Kolom tidak ditemukan: ${list}. Baris pertama berkas harus berisi nama kolom.`,
      en: `Column not found: ${list}. The first row of the file must hold the column names.`,
    })
  }
  const doubled = COLUMNS.filter((column) => placesOf(column).length > 1)
  if (doubled.length > 0) {
    return failure({
      id: `Kolom ada lebih dari satu: ${doubled.join(', ')}. Hapus yang tidak dipakai.`,
      en: `Column stands more than once: ${doubled.join(', ')}. Remove the ones not meant.`,
    })
  }
  const place = (column: CatalogueColumn): number | null => placesOf(column)[0] ?? null
  return success({
    sku: place('sku'),
    barcode: place('barcode'),
    name: place('name'),
    category: place('category'),
    price: place('price'),
    regular: place('regular'),
    cost: place('cost'),
    stock: place('stock'),
    unit: place('unit'),
    tax: place('tax'),
    bundle: place('bundle'),
  })
}
