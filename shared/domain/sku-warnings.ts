import type { Bilingual } from './bilingual.ts'

/** A SKU that the till can sell but that breaks a rule of the services, so that its sales may need attention. */
export type SkuWarning = { readonly code: string; readonly message: Bilingual }

const LONGEST_SKU = 30

/** What Forstok's SKU rules (api/forstok.md 2.4) and Accurate's allowed signs say against a SKU; empty when nothing. */
export const skuWarnings = (sku: string): readonly SkuWarning[] => {
  const warnings: SkuWarning[] = []
  const warn = (code: string, id: string, en: string): void => {
    warnings.push({ code, message: { id, en } })
  }
  if (/\s/.test(sku)) {
    warn(
      'sku.space',
      'SKU berisi spasi; Forstok tidak menerimanya.',
      'The SKU contains a space; Forstok does not take it.',
    )
  }
  if (sku.length > LONGEST_SKU) {
    warn('sku.long', 'SKU lebih dari 30 huruf.', 'The SKU is longer than 30 characters.')
  }
  if (sku.startsWith('0')) {
    warn('sku.leading-zero', 'SKU diawali 0; Excel menghapusnya.', 'The SKU starts with 0; Excel removes it.')
  }
  if (/^\d+$/.test(sku)) {
    warn(
      'sku.all-digits',
      'SKU hanya angka; Forstok mengekspornya dengan @ di depan.',
      'The SKU is all digits; Forstok exports it with @ in front.',
    )
  }
  if (sku.includes('@')) {
    warn(
      'sku.at-sign',
      'SKU berisi @; mungkin hasil ekspor Forstok.',
      'The SKU contains @; it may come from a Forstok export.',
    )
  }
  if (/[^A-Za-z0-9#*().\-_/\s@]/.test(sku)) {
    warn(
      'sku.sign',
      'SKU berisi tanda yang tidak diterima Accurate.',
      'The SKU contains a sign that Accurate does not take.',
    )
  }
  return warnings
}
