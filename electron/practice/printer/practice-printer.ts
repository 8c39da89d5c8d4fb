import { createCanvas } from '@napi-rs/canvas'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import { dotsPerMmOf, type Printer } from '../../../shared/domain/printer.ts'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import type { DotPage } from './dot-page.ts'
import { createFontCells, type FontCells } from './font-cells.ts'
import { createEscposInterpreter } from './interpret-escpos.ts'
import { createTsplInterpreter } from './interpret-tspl.ts'
import { createZplInterpreter } from './interpret-zpl.ts'
import type { Interpreter } from './printed-sheet.ts'

export type PracticePrinterParts = {
  /** Told of each page as it comes out. */
  readonly onPage: (page: PracticePage) => void
  readonly now: () => number
  readonly mintId: () => string
  /** Where the fonts of assets/fonts are, for printers' own fonts; left out, text on receipts is a problem. */
  readonly fontDirectory?: string
  /** Where each page is also written as PNG, named after document and id; nowhere when left out. */
  readonly directory?: string
}

export type PracticePrintReport = {
  readonly pages: readonly PracticePage[]
  /** What the printer did not understand; a real one might have printed nonsense. */
  readonly problems: readonly string[]
}

/** What a practice printer is: the same that its settings say, since nobody can load it with anything else. */
export type PracticeMachine = Pick<Printer, 'id' | 'language' | 'dpi' | 'dotsPerMm' | 'media'>

/** Printers that draw what they are sent. Each stays switched on: a job that is cut off leaves it waiting, as a real one. */
export type PracticePrinter = {
  /** Draws the bytes of one job, dot by dot. Never rejects for bytes it does not understand. */
  readonly print: (machine: PracticeMachine, document: DocumentKind, bytes: Uint8Array) => Promise<PracticePrintReport>
  /** Off and on again: forgets what it waits for. */
  readonly switchOffAndOn: (printerId: string) => void
  /** The last 50 pages of all of them, newest first. */
  readonly pages: () => readonly PracticePage[]
}

const KEPT_PAGES = 50
/** What the heads of receipt printers reach, in millimetres. */
const HEAD_MM = { 58: 48, 80: 72 } as const
const LABEL_HEAD_MM = 104

/** Practice mode's printers: they interpret TSPL, ZPL and ESC/POS by themselves and know nothing of the encoders. */
export const createPracticePrinter = (parts: PracticePrinterParts): PracticePrinter => {
  const kept: PracticePage[] = []
  const running = new Map<string, { readonly kind: string; readonly interpreter: Interpreter }>()
  const cells = parts.fontDirectory === undefined ? null : createFontCells(parts.fontDirectory)

  const interpreterOf = (machine: PracticeMachine): Interpreter => {
    const { language, media, dpi, dotsPerMm } = machine
    const kind = JSON.stringify([language, media, dpi, dotsPerMm])
    const known = running.get(machine.id)
    if (known?.kind === kind) return known.interpreter
    const interpreter = switchOn(machine, cells)
    running.set(machine.id, { kind, interpreter })
    return interpreter
  }

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
    print: async (machine, document, bytes) => {
      const { pages: sheets, problems } = interpreterOf(machine).feed(bytes)
      const pages: PracticePage[] = []
      // Of a stack of copies only as many are drawn as are kept.
      for (const sheet of sheets.slice(-KEPT_PAGES)) pages.push(await keepPage(document, sheet, bytes.length))
      for (const page of pages) parts.onPage(page)
      const nothing = pages.length === 0 ? ['nothing was printed'] : []
      return { pages, problems: [...problems, ...nothing] }
    },
    switchOffAndOn: (printerId) => {
      running.delete(printerId)
    },
    pages: () => kept,
  }
}

const switchOn = (machine: PracticeMachine, cells: FontCells | null): Interpreter => {
  const { language, media } = machine
  const dotsPerMm = dotsPerMmOf(machine)
  switch (language) {
    case 'tspl':
      return createTsplInterpreter(dotsPerMm)
    case 'zpl':
      return createZplInterpreter()
    case 'escpos': {
      const headMm = media.type === 'roll' ? HEAD_MM[media.paperWidthMm] : Math.max(LABEL_HEAD_MM, media.widthMm)
      return createEscposInterpreter(Math.floor(headMm * dotsPerMm + 0.01), cells)
    }
    default:
      return assertNever(language, 'printer language')
  }
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
