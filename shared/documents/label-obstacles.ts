import { characterCode } from './character-code.ts'
import { canBeSymbol } from './document-measure.ts'
import { boxedCharacters, printableText } from './printable-text.ts'
import type { Delivery, Sale } from '../domain/sale.ts'

/** A text that a parcel is lost without. */
type Field = { readonly name: string; readonly text: string; readonly isRequired: boolean }

const fieldsOf = (sale: Sale, delivery: Delivery): readonly Field[] => {
  const required = (name: string, text: string): Field => ({ name, text, isRequired: true })
  return [
    required('Nama penerima / recipient’s name', delivery.recipientName),
    required('Telepon penerima / recipient’s phone', delivery.phone),
    required('Alamat penerima / recipient’s address', delivery.address),
    required('Kelurahan / sub-district', delivery.subDistrict),
    required('Kecamatan / district', delivery.district),
    required('Kota / city', delivery.city),
    required('Provinsi / province', delivery.province),
    required('Kode pos / postal code', delivery.postalCode),
    required('Kurir / courier', delivery.courier),
    ...(delivery.awb === null ? [] : [required('No. resi / AWB', delivery.awb)]),
    required('Nama toko / shop’s name', sale.shop.name),
    { name: 'Telepon toko / shop’s phone', text: sale.shop.phone, isRequired: false },
    { name: 'Alamat toko / shop’s address', text: sale.shop.address.join(', '), isRequired: false },
  ]
}

const MOST_CHARACTERS = 6

const characterWords = (character: string): string => {
  const code = characterCode(character)
  return /[\p{M}\p{C}]/u.test(character) ? code : `${character} (${code})`
}

/**
 * What on a label cannot be printed as it is, each field by its name in both languages: characters that the shipped font
 * cannot draw rightly, a text that is empty, an AWB that no barcode holds. Empty when nothing is in the way.
 */
export const findLabelObstacles = (sale: Sale, delivery: Delivery): readonly string[] => [
  ...fieldsOf(sale, delivery).flatMap(({ name, text, isRequired }) => {
    const missing = boxedCharacters(text)
    if (missing.length > 0) {
      const shown = missing.slice(0, MOST_CHARACTERS).map(characterWords)
      return [`${name}: ${[...shown, ...(missing.length > shown.length ? ['…'] : [])].join(', ')}`]
    }
    return isRequired && printableText(text) === '' ? [`${name}: kosong / empty`] : []
  }),
  ...awbObstacles(delivery.awb),
]

const awbObstacles = (awb: string | null): readonly string[] => {
  if (awb === null || boxedCharacters(awb).length > 0) return []
  const text = printableText(awb)
  if (text === '' || canBeSymbol(text)) return []
  const odd = [...new Set(Array.from(text).filter((character) => !canBeSymbol(character)))].slice(0, MOST_CHARACTERS)
  const reason = odd.length === 0 ? 'terlalu panjang / too long' : odd.map(characterWords).join(', ')
  return [`Barcode resi / AWB barcode: ${reason}`]
}
