import { createCanvas } from '@napi-rs/canvas'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentKind } from '../../../shared/domain/print-job.ts'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import type { DotPage } from './dot-page.ts'
import { interpretEscpos } from './interpret-escpos.ts'
import { interpretTspl } from './interpret-tspl.ts'
import type { Interpretation } from './printed-sheet.ts'

export type PracticePrinterParts = {
  /** Told of each page as it comes out. */
  readonly onPage: (page: PracticePage) => void
  readonly now: () => number
  readonly mintId: () => string
  /** Where each page is also written as PNG, named after document and id; nowhere when left out. */
  readonly directory?: string
}

export type PracticePrintReport = {
  readonly pages: readonly PracticePage[]
  /** What the printer did not understand; a real one might have printed nonsense. */
  readonly problems: readonly string[]
}

/** A printer that draws what it is sent. */
export type PracticePrinter = {
  /** Draws the bytes of one job, dot by dot. Never rejects for bytes it does not understand. */
  readonly print: (document: DocumentKind, bytes: Uint8Array) => Promise<PracticePrintReport>
  /** The last 50 pages, newest first. */
  readonly pages: () => readonly PracticePage[]
}

const KEPT_PAGES = 50
const RESOLUTIONS = [8, 300 / 25.4] as const
const HEADS_DOTS = [384, 576] as const

/** Practice mode's printer for both documents: it interprets TSPL and ESC/POS by itself and knows nothing of the encoders. */
export const createPracticePrinter = (parts: PracticePrinterParts): PracticePrinter => {
  const kept: PracticePage[] = []
  const keepPage = async (document: DocumentKind, sheet: DotPage, byteCount: number): Promise<PracticePage> => {
    const png = await encodePng(sheet)
    const page: PracticePage = {
      id: parts.mintId(),
      document,
      printedAtMs: parts.now(),
      widthDots: sheet.widthDots,
      heightDots: sheet.heightDots,
      byteCount,
      imageUrl: `data:image/png;base64,${png.toString('base64')}`,
    }
    kept.unshift(page)
    kept.splice(KEPT_PAGES)
    if (parts.directory !== undefined) {
      await mkdir(parts.directory, { recursive: true })
      await writeFile(join(parts.directory, `${document}-${page.id}.png`), png)
    }
    return page
  }
  return {
    print: async (document, bytes) => {
      const { pages: sheets, problems } = document === 'label' ? readLabel(bytes) : readReceipt(bytes)
      const pages: PracticePage[] = []
      for (const sheet of sheets) pages.push(await keepPage(document, sheet, bytes.length))
      for (const page of pages) parts.onPage(page)
      const nothing = pages.length === 0 ? ['nothing was printed'] : []
      return { pages, problems: [...problems, ...nothing] }
    },
    pages: () => kept,
  }
}

/** The loaded label has the resolution that the picture fits: the practice printer has both heads. */
const readLabel = (bytes: Uint8Array): Interpretation => {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
  const widthMm = Number(/SIZE (\d+)/.exec(head)?.[1] ?? '0')
  const widthDots = Number(/BITMAP \d+,\d+,(\d+)/.exec(head)?.[1] ?? '0') * 8
  const dotsPerMm = RESOLUTIONS.find((candidate) => widthDots <= Math.ceil((widthMm * candidate) / 8) * 8)
  return interpretTspl(bytes, dotsPerMm ?? RESOLUTIONS[1])
}

/** The narrow head takes the narrow paper's pictures. */
const readReceipt = (bytes: Uint8Array): Interpretation => {
  const [narrow, wide] = HEADS_DOTS
  const raster = Buffer.from(bytes).indexOf(Buffer.from([0x1d, 0x76, 0x30]))
  const widthDots = raster === -1 ? wide : (bytes[raster + 4] ?? 0) * 8
  return interpretEscpos(bytes, widthDots <= narrow ? narrow : wide)
}

const encodePng = (sheet: DotPage): Promise<Buffer> => {
  const canvas = createCanvas(sheet.widthDots, sheet.heightDots)
  const context = canvas.getContext('2d')
  const image = context.createImageData(sheet.widthDots, sheet.heightDots)
  const pixels = new Uint32Array(image.data.buffer)
  pixels.fill(0xffffffff)
  sheet.dots.forEach((dot, index) => {
    if (dot === 1) pixels[index] = 0xff000000
  })
  context.putImageData(image, 0, 0)
  return canvas.encode('png')
}
