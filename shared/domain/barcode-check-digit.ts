import type { Bilingual } from './bilingual.ts'

const CHECKED_LENGTHS = new Set([8, 12, 13, 14])

/** True for a code of the lengths that carry a GS1 check digit: EAN-8, UPC-A, EAN-13, ITF-14. */
export const carriesCheckDigit = (barcode: string): boolean =>
  /^\d+$/.test(barcode) && CHECKED_LENGTHS.has(barcode.length)

/** The GS1 check digit of the digits before it: weights 3, 1, 3 … from the right (GS1 General Specifications, 7.9). */
export const checkDigitOf = (digits: string): number => {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1
    sum += weight * Number(digits[index])
  }
  return (10 - (sum % 10)) % 10
}

/** False only for an EAN or UPC whose last digit does not fit the others; codes of other lengths have none to check. */
export const hasRightCheckDigit = (barcode: string): boolean =>
  !carriesCheckDigit(barcode) || checkDigitOf(barcode.slice(0, -1)) === Number(barcode.slice(-1))

/** What is doubtful about a barcode that is kept all the same; null when nothing is. Codes with letters and short ones are the shop's own. */
export const barcodeDoubt = (barcode: string): { readonly code: string; readonly message: Bilingual } | null => {
  if (!hasRightCheckDigit(barcode)) {
    const message = {
      id: `Angka terakhir barcode ${barcode} tidak cocok; tetap dipakai.`,
      en: `The last digit of barcode ${barcode} does not fit; it is kept.`,
    }
    return { code: 'barcode.check-digit', message }
  }
  // Longer than EAN-8, shorter than UPC-A: most likely a digit was lost.
  if (/^\d{9,11}$/.test(barcode)) {
    const message = {
      id: `Barcode ${barcode} mungkin kurang angka; tetap dipakai.`,
      en: `Barcode ${barcode} may lack a digit; it is kept.`,
    }
    return { code: 'barcode.length', message }
  }
  return null
}
