import type { Bilingual } from './bilingual.ts'
import type { Item } from './item.ts'
import { parseBundle } from './parse-bundle.ts'
import { parseQuantityText, type QuantityProblem } from './parse-quantity.ts'
import { parseSignedWhole } from './parse-whole-number.ts'
import { failure, success, type Result } from './result.ts'

/** What is wrong with one cell, under a code of its own, and what to write instead. */
export type CellProblem = { readonly code: string; readonly message: Bilingual }

const refused = <Value>(code: string, id: string, en: string): Result<Value, CellProblem> =>
  failure({ code, message: { id, en } })

const PIECE_WORDS =
  /^(?:pcs?|pieces?|buah|bh|biji|butir|unit|botol|btl|pa[ck]k?|bungkus|bks|dus|kotak|sachet|sct|kaleng|karung|lembar|set|rol)$/
const WEIGHT_WORDS = /^(?:kg|kilo|kilogram)$/

/** How an item is sold: by the piece (also when nothing is said) or by the kilogram. */
export const readUnit = (text: string): Result<Item['soldBy'], CellProblem> => {
  const unit = text.toLowerCase().replace(/\.$/, '')
  if (unit === '' || PIECE_WORDS.test(unit)) return success('piece')
  if (WEIGHT_WORDS.test(unit)) return success('weight')
  return refused(
    'unit.unknown',
    'Satuan tidak dikenal. Tulis pcs untuk barang satuan atau kg untuk barang timbang.',
    'Unknown unit. Write pcs for goods sold by the piece or kg for goods that are weighed.',
  )
}

/** Whether an item is within the scope of PPN; also when nothing is said. */
export const readTax = (text: string): Result<boolean, CellProblem> => {
  const answer = text.toLowerCase()
  if (/^(?:|y|ya|yes|true|1|ppn|kena|kena ppn)$/.test(answer)) return success(true)
  if (/^(?:t|tidak|tdk|no|n|false|0|bebas|non ?ppn|non)$/.test(answer)) return success(false)
  return refused(
    'tax.unknown',
    'Tulis ya untuk barang kena PPN atau tidak untuk yang di luar PPN.',
    'Write ya (yes) for goods within PPN or tidak (no) for goods outside it.',
  )
}

const STOCK_TEXTS: Readonly<Record<QuantityProblem, Bilingual>> = {
  unreadable: {
    id: 'Stok bukan angka. Tulis kilogram, mis. 12,5.',
    en: 'The stock is not a number. Write kilograms, e.g. 12,5.',
  },
  'too-fine': {
    id: 'Stok paling banyak tiga angka di belakang koma.',
    en: 'A stock figure has at most three decimals.',
  },
  ambiguous: {
    id: 'Titik ini bisa berarti ribuan atau pecahan. Tulis 1298 atau 1,298.',
    en: 'This dot could mean thousands or a fraction. Write 1298 or 1,298.',
  },
}

/** A stock figure; null when nothing is said. Whole for goods sold by the piece, up to three decimals for weighed ones. */
export const readStock = (text: string, soldBy: Item['soldBy']): Result<number | null, CellProblem> => {
  if (text === '') return success(null)
  if (soldBy === 'weight') {
    const quantity = parseQuantityText(text)
    return quantity.ok ? quantity : failure({ code: `stock.${quantity.error}`, message: STOCK_TEXTS[quantity.error] })
  }
  const whole = parseSignedWhole(text)
  if (whole !== null) return success(whole)
  return refused('stock.unreadable', 'Stok bukan bilangan bulat.', 'The stock is not a whole number.')
}

/** The parts of a bundle, none for an ordinary item. Whether they exist is judged when the whole file is known. */
export const readBundle = (
  text: string,
  sku: string,
  soldBy: Item['soldBy'],
): Result<Item['components'], CellProblem> => {
  const parsed = parseBundle(text)
  if (!parsed.ok) {
    const { type, part } = parsed.error
    return type === 'doubled'
      ? refused(
          'bundle.doubled',
          `“${part}”: SKU ini sudah ada di paket.`,
          `“${part}”: this SKU is in the bundle already.`,
        )
      : refused(
          'bundle.unreadable',
          `“${part}” tidak terbaca. Tulis seperti: SKU-1 x2; SKU-2 x1.`,
          `“${part}” cannot be read. Write it like: SKU-1 x2; SKU-2 x1.`,
        )
  }
  if (parsed.value.length > 0 && soldBy === 'weight')
    return refused('bundle.weighed', 'Paket dijual satuan, bukan per kg.', 'A bundle is sold by the piece, not by kg.')
  if (parsed.value.some((part) => part.sku.toLowerCase() === sku.toLowerCase()))
    return refused('bundle.itself', 'Paket tidak boleh berisi dirinya sendiri.', 'A bundle cannot contain itself.')
  return success(parsed.value)
}
