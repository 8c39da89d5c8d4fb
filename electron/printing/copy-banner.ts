import { DOCUMENT_WORDS } from '../../shared/documents/document-words.ts'
import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { createMonoPicture, inkStencil, type MonoPicture } from './mono-picture.ts'
import { rasterizeLayout } from './rasterize-layout.ts'

/** How high the banner over a second copy is. */
export const COPY_BANNER_MM = 6

const SIZE_MM = 4
const BASELINE_MM = 4.4

/** Stays white below a page that was moved down to make room. */
const LEAST_WHITE_MM = 1

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

/** What a banner goes on: its width, and what it is written in. */
type BannerPaper = { readonly widthMm: number; readonly language: DocumentDesigns['language'] }

const drawBanner = (paper: BannerPaper, head: Pick<Printer, 'dpi' | 'dotsPerMm'>, fontDirectory: string): MonoPicture =>
  rasterizeLayout(bannerLayout(paper.widthMm, paper.language), head, fontDirectory)

/** A picture from elsewhere with SALINAN in a strip of its own above it, so that nothing of it is covered. */
export const withCopyBanner = (
  picture: MonoPicture,
  paper: BannerPaper,
  head: Pick<Printer, 'dpi' | 'dotsPerMm'>,
  fontDirectory: string,
): MonoPicture => {
  const banner = drawBanner(paper, head, fontDirectory)
  const whole = createMonoPicture(picture.widthDots, banner.heightDots + picture.heightDots)
  inkStencil(whole, banner, { xDots: 0, yDots: 0, ink: 'black' })
  inkStencil(whole, picture, { xDots: 0, yDots: banner.heightDots, ink: 'black' })
  return whole
}

/** How many white lines a picture has above and below all that is black. */
const whiteRows = ({
  bits,
  bytesPerRow,
  heightDots,
}: MonoPicture): { readonly above: number; readonly below: number } => {
  const first = bits.findIndex((byte) => byte !== 0)
  if (first === -1) return { above: heightDots, below: heightDots }
  const last = bits.findLastIndex((byte) => byte !== 0)
  return { above: Math.floor(first / bytesPerRow), below: heightDots - 1 - Math.floor(last / bytesPerRow) }
}

/**
 * A picture of the whole page with SALINAN in white that it has anyway, above or below what is printed; where only both
 * together hold the strip, moved down by whole dots. No dot of it is drawn anew, so bars stay as they are. Null when it has
 * too little white.
 */
export const withBannerInMargin = (
  picture: MonoPicture,
  paper: BannerPaper,
  head: Pick<Printer, 'dpi' | 'dotsPerMm'>,
  fontDirectory: string,
): MonoPicture | null => {
  const banner = drawBanner(paper, head, fontDirectory)
  const { above, below } = whiteRows(picture)
  const isBelow = above < banner.heightDots && below >= banner.heightDots
  const downDots = isBelow ? 0 : Math.max(0, banner.heightDots - above)
  if (downDots > 0 && below - downDots < LEAST_WHITE_MM * dotsPerMmOf(head)) return null
  const marked = createMonoPicture(picture.widthDots, picture.heightDots)
  inkStencil(marked, picture, { xDots: 0, yDots: downDots, ink: 'black' })
  inkStencil(marked, banner, { xDots: 0, yDots: isBelow ? picture.heightDots - banner.heightDots : 0, ink: 'black' })
  return marked
}
