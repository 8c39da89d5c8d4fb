import { DOCUMENT_WORDS } from '../../shared/documents/document-words.ts'
import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { findWhite } from './find-white.ts'
import { createMonoPicture, inkStencil, isBlack, type MonoPicture } from './mono-picture.ts'
import { rasterizeLayout } from './rasterize-layout.ts'

/** How high the banner over a second copy is. */
export const COPY_BANNER_MM = 6

const SIZE_MM = 4
/** A little nearer to what is below than to the upper edge: a label that lies askew loses its edge first. */
const BASELINE_MM = 4.6

/** Stays white below a page that was moved down to make room, and between what is printed and a strip with room. */
const LEAST_WHITE_MM = 1
/** How far the strip keeps from the edge of the label where the white holds more than the strip. */
const EDGE_MM = 2
/** Kept white around the words within a page: ten modules of 0.5 mm beside them, four above and below (ISO/IEC 15417, 18004). */
const ROOM_MM = { beside: 5, aboveAndBelow: 2 }

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

/** The words alone, without the white of their strip. */
const trimmedBanner = (banner: MonoPicture): MonoPicture => {
  const { above, below } = whiteRows(banner)
  const columns = Array.from({ length: banner.widthDots }, (_, x) => x).filter((x) => hasInkAt(banner, x))
  const [first = 0, last = 0] = [columns[0], columns.at(-1)]
  const words = createMonoPicture(last - first + 1, banner.heightDots - above - below)
  inkStencil(words, banner, { xDots: -first, yDots: -above, ink: 'black' })
  return words
}

const hasInkAt = (picture: MonoPicture, xDots: number): boolean => {
  for (let yDots = 0; yDots < picture.heightDots; yDots += 1) if (isBlack(picture, xDots, yDots)) return true
  return false
}

/** Null where no white within the page holds the words with room around them. */
const withBannerInside = (picture: MonoPicture, banner: MonoPicture, dotsPerMm: number): MonoPicture | null => {
  const words = trimmedBanner(banner)
  const [beside, aboveAndBelow] = [ROOM_MM.beside, ROOM_MM.aboveAndBelow].map((mm) => Math.ceil(mm * dotsPerMm))
  if (beside === undefined || aboveAndBelow === undefined) return null
  const room = { widthDots: words.widthDots + beside * 2, heightDots: words.heightDots + aboveAndBelow * 2 }
  const place = findWhite(picture, room)
  if (place === null) return null
  const marked = createMonoPicture(picture.widthDots, picture.heightDots)
  inkStencil(marked, picture, { xDots: 0, yDots: 0, ink: 'black' })
  inkStencil(marked, words, { xDots: place.xDots + beside, yDots: place.yDots + aboveAndBelow, ink: 'black' })
  return marked
}

/**
 * A picture of the whole page with SALINAN in white that it has anyway: above or below what is printed; where only both
 * together hold the strip, moved down by whole dots; else within the page. No dot of it is drawn anew, so bars stay as they
 * are. Null when it has too little white.
 */
export const withBannerInWhite = (
  picture: MonoPicture,
  paper: BannerPaper,
  head: Pick<Printer, 'dpi' | 'dotsPerMm'>,
  fontDirectory: string,
): MonoPicture | null => {
  const banner = drawBanner(paper, head, fontDirectory)
  const { above, below } = whiteRows(picture)
  const isBelow = above < banner.heightDots && below >= banner.heightDots
  const downDots = isBelow ? 0 : Math.max(0, banner.heightDots - above)
  const dotsPerMm = dotsPerMmOf(head)
  if (downDots > 0 && below - downDots < LEAST_WHITE_MM * dotsPerMm) return withBannerInside(picture, banner, dotsPerMm)
  /** Moved from the edge where the white holds it, and never nearer to what is printed than that takes. */
  const spare = (white: number): number => {
    const roomDots = white - banner.heightDots - Math.ceil(LEAST_WHITE_MM * dotsPerMm)
    return Math.min(Math.max(0, roomDots), Math.round(EDGE_MM * dotsPerMm))
  }
  const stripDots = isBelow ? picture.heightDots - banner.heightDots - spare(below) : spare(above)
  const marked = createMonoPicture(picture.widthDots, picture.heightDots)
  inkStencil(marked, picture, { xDots: 0, yDots: downDots, ink: 'black' })
  inkStencil(marked, banner, { xDots: 0, yDots: stripDots, ink: 'black' })
  return marked
}
