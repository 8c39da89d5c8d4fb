import { GOODS_WORDS } from '../../../shared/documents/goods-words.ts'
import { PICK_LIST_WORDS } from '../../../shared/documents/pick-list-words.ts'
import type { Bilingual } from '../../../shared/domain/bilingual.ts'
import { type DocumentKind, documentKindSchema } from '../../../shared/domain/document-kind.ts'
import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'

/** Reasons that come in the language of the shop's documents, after what they are about. */
const REASONS: readonly Bilingual[] = [
  { id: GOODS_WORDS.id.noCode, en: GOODS_WORDS.en.noCode },
  { id: GOODS_WORDS.id.noPrice, en: GOODS_WORDS.en.noPrice },
  { id: GOODS_WORDS.id.noRoom, en: GOODS_WORDS.en.noRoom },
  { id: GOODS_WORDS.id.noName, en: GOODS_WORDS.en.noName },
  { id: PICK_LIST_WORDS.id.nothingToPick, en: PICK_LIST_WORDS.en.nothingToPick },
]

const misfit = (name: string): Bilingual => ({
  id: `Isinya tidak bisa dicetak sebagai “${name}”.`,
  en: `What is in it cannot be printed as “${name}”.`,
})

const tooLong = (lengthMm: string): Bilingual => ({
  id: `Di gulungan, halaman ini akan sepanjang ${lengthMm} mm. Putar halamannya atau pakai printer label.`,
  en: `On a roll this page would be ${lengthMm} mm long. Turn the page or use a label printer.`,
})

const emptyPage = (page: string, count: string | undefined): Bilingual =>
  count === undefined
    ? { id: `Halaman ${page}`, en: `Page ${page}` }
    : { id: `Halaman ${page} dari ${count}`, en: `Page ${page} of ${count}` }

/** The same reason in both languages, after what it is about; null when it is none that is known. */
const reasonIn = (detail: string): Bilingual | null => {
  for (const reason of REASONS) {
    for (const words of [reason.id, reason.en]) {
      if (!detail.endsWith(`: ${words}`)) continue
      const about = detail.slice(0, -words.length)
      return { id: about + reason.id, en: about + reason.en }
    }
  }
  return null
}

const explained = ({ code, detail }: PrintTrouble, nameOf: (document: DocumentKind) => string): Bilingual | null => {
  if (code === 'pdf-empty') {
    const [, page, count] = /^(\d+)(?: \/ (\d+))?$/u.exec(detail) ?? []
    return page === undefined ? null : emptyPage(page, count)
  }
  if (code !== 'not-drawable') return null
  const kind = documentKindSchema.safeParse(detail)
  if (kind.success) return misfit(nameOf(kind.data))
  const [, lengthMm] = /^(\d+) mm$/u.exec(detail) ?? []
  return lengthMm === undefined ? reasonIn(detail) : tooLong(lengthMm)
}

/** What a trouble's detail means, in the language on the screen; as it came when nothing more is known of it. */
export const sayTroubleDetail = (
  trouble: PrintTrouble,
  say: (words: Bilingual) => string,
  nameOf: (document: DocumentKind) => string,
): string => {
  const words = explained(trouble, nameOf)
  return words === null ? trouble.detail : say(words)
}
