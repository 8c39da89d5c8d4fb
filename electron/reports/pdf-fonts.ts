import type { jsPDF } from 'jspdf'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FONT_FILES } from '../printing/printer-fonts.ts'

/** What jspdf calls the shipped font. */
export const PDF_FONT = 'DejaVu'

/** What jspdf calls the weights. */
export const PDF_FONT_STYLES = { regular: 'normal', bold: 'bold' } as const

/** Embeds both weights of the shipped font; only the letters in use are written. Rejects when a font cannot be read. */
export const addPdfFonts = async (document: jsPDF, fontFolder: string): Promise<void> => {
  for (const weight of ['regular', 'bold'] as const) {
    const bytes = await readFile(join(fontFolder, FONT_FILES[weight]))
    document.addFileToVFS(FONT_FILES[weight], bytes.toString('base64'))
    document.addFont(FONT_FILES[weight], PDF_FONT, PDF_FONT_STYLES[weight])
  }
}
