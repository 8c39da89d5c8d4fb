import { DOCUMENT_WORDS } from '../../shared/documents/document-words.ts'
import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'
import { rasterizeLayout } from './rasterize-layout.ts'

/** How high the banner over a second copy is. */
export const COPY_BANNER_MM = 6

const SIZE_MM = 4
const BASELINE_MM = 4.4

const bannerLayout = (widthMm: number, language: DocumentDesigns['language']): DocumentLayout => ({
  widthMm,
  heightMm: COPY_BANNER_MM,
  primitives: [
    {
      type: 'text',
      text: DOCUMENT_WORDS[language].copy,
      xMm: widthMm / 2,
      baselineMm: BASELINE_MM,
      sizeMm: SIZE_MM,
      weight: 'bold',
      align: 'center',
      maxWidthMm: widthMm,
      ink: 'black',
    },
  ],
})

/** A picture from elsewhere with SALINAN in a strip of its own above it, so that nothing of it is covered. */
export const withCopyBanner = (
  picture: MonoPicture,
  paper: { readonly widthMm: number; readonly language: DocumentDesigns['language'] },
  head: Pick<Printer, 'dpi' | 'dotsPerMm'>,
  fontDirectory: string,
): MonoPicture => {
  const banner = rasterizeLayout(bannerLayout(paper.widthMm, paper.language), head, fontDirectory)
  const whole = createMonoPicture(picture.widthDots, banner.heightDots + picture.heightDots)
  const rowBytes = Math.min(whole.bytesPerRow, banner.bytesPerRow)
  for (let row = 0; row < banner.heightDots; row += 1) {
    const start = row * banner.bytesPerRow
    whole.bits.set(banner.bits.subarray(start, start + rowBytes), row * whole.bytesPerRow)
  }
  whole.bits.set(picture.bits, banner.heightDots * whole.bytesPerRow)
  return whole
}
