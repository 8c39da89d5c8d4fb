import type { Column, ParagraphStyle } from './column.ts'
import { printableText } from './printable-text.ts'
import { LINE_EM } from './layout.ts'

const MOST_LINES = 24

/** The shop's own note with its line ends; an empty line is a small gap. What exceeds 24 lines is left out. */
export const addNote = (column: Column, note: string, style: ParagraphStyle): void => {
  const lines = note.trim().split(/\r\n|\n|\r/)
  for (const line of lines.slice(0, MOST_LINES)) {
    if (printableText(line) === '') column.gap((style.sizeMm * LINE_EM) / 2)
    else column.paragraph(line, style)
  }
}
