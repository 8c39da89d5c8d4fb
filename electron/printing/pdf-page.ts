import { createCanvas, type Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { paperDots } from '../../shared/documents/paper-dots.ts'
import type { PdfPlacement } from '../../shared/domain/print-job.ts'
import { printTrouble, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { dotsPerMmOf } from '../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'
import { millimetres, withPdf } from './pdf-file.ts'
import { placeOn, type Area, type Size } from './pdf-placement.ts'
import type { PrintHead } from './rasterize-layout.ts'
import { inkedArea, inkPixels } from './rasterize-pixels.ts'

/** Grey at and below this is black. Edges of bars lie where half a dot is covered. */
const DARKEST_GREY = 127
/** Anything darker than this belongs to what is printed on the page, hairlines too. */
const LIGHTEST_CONTENT_GREY = 215
/** The longer side of the drawing in which white margins are looked for. */
const SEARCHED_DOTS = 1200
/** Left white around what is printed on the page, in points: about a millimetre. */
const CONTENT_MARGIN_POINTS = 3

type BrowserContext = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvasContext']>

/** pdf.js wants a browser's canvas; this one can what it uses of it. */
const isBrowserContext = (context: unknown): context is BrowserContext =>
  typeof context === 'object' && context !== null && 'fillText' in context && 'drawImage' in context

/** Draws a page on white, its corner at `left`, `top`. */
export const drawOnCanvas = async (
  page: PDFPageProxy,
  size: Size,
  how: { readonly scale: number; readonly turnDegrees: number; readonly left: number; readonly top: number },
): Promise<Canvas> => {
  const canvas = createCanvas(size.width, size.height)
  const rotation = (page.rotate + how.turnDegrees) % 360
  const viewport = page.getViewport({ scale: how.scale, rotation, offsetX: how.left, offsetY: how.top })
  const context: unknown = canvas.getContext('2d')
  if (!isBrowserContext(context)) throw new Error('The canvas cannot draw')
  await page.render({ canvas: null, canvasContext: context, viewport, intent: 'print', background: 'white' }).promise
  return canvas
}

/** What is printed on the page, in points; null when it is blank. */
const contentOf = async (page: PDFPageProxy, turnDegrees: number, pageSize: Size): Promise<Area | null> => {
  const scale = SEARCHED_DOTS / Math.max(pageSize.width, pageSize.height)
  const size = { width: Math.ceil(pageSize.width * scale), height: Math.ceil(pageSize.height * scale) }
  const canvas = await drawOnCanvas(page, size, { scale, turnDegrees, left: 0, top: 0 })
  const area = inkedArea(canvas.data(), size.width, LIGHTEST_CONTENT_GREY)
  if (area === null) return null
  return {
    left: area.left / scale - CONTENT_MARGIN_POINTS,
    top: area.top / scale - CONTENT_MARGIN_POINTS,
    width: area.width / scale + CONTENT_MARGIN_POINTS * 2,
    height: area.height / scale + CONTENT_MARGIN_POINTS * 2,
  }
}

/** Nobody wants more of a roll for one page; a page that is all length would empty it, and the memory. */
const LONGEST_ROLL_PAGE_MM = 2000

/** The room for a page. On a roll (`heightMm` null) it takes the length that it needs. */
export type PdfPaper = { readonly widthMm: number; readonly heightMm: number | null }

/**
 * One page of a PDF, from 1, in the dots of a print head and as large as the paper; turned clockwise and fitted as `placement`
 * says. It is drawn once at its final scale, so that bars keep their edges.
 */
export const drawPdfPage = (
  pdf: Uint8Array,
  pageNumber: number,
  { turnDegrees, fits }: PdfPlacement,
  paper: PdfPaper,
  head: PrintHead,
): Promise<Result<MonoPicture, PrintTrouble>> =>
  withPdf(pdf, async (file) => {
    if (pageNumber > file.numPages) {
      return failure(printTrouble('pdf-empty', `${String(pageNumber)} / ${String(file.numPages)}`))
    }
    const page = await file.getPage(pageNumber)
    const pageSize: Size = page.getViewport({ scale: 1, rotation: (page.rotate + turnDegrees) % 360 })
    const whole: Area = { left: 0, top: 0, width: pageSize.width, height: pageSize.height }
    const area = fits === 'page' ? whole : await contentOf(page, turnDegrees, pageSize)
    if (area === null) return failure(printTrouble('pdf-empty', String(pageNumber)))
    const dotsPerMm = dotsPerMmOf(head)
    const heightMm = paper.heightMm ?? (paper.widthMm * area.height) / area.width
    if (paper.heightMm === null && heightMm > LONGEST_ROLL_PAGE_MM) {
      return failure(printTrouble('not-drawable', `${String(Math.round(heightMm))} mm`))
    }
    const picture = createMonoPicture(paperDots(paper.widthMm, dotsPerMm), Math.max(1, paperDots(heightMm, dotsPerMm)))
    const size = { width: picture.widthDots, height: picture.heightDots }
    const canvas = await drawOnCanvas(page, size, { ...placeOn(area, size, millimetres(dotsPerMm)), turnDegrees })
    inkPixels(canvas.data(), picture, DARKEST_GREY)
    return success(picture)
  })
