import canvas from '@napi-rs/canvas'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The one function of pdf.js that all begins with. */
export type PdfLibrary = { readonly getDocument: typeof getDocument }

/** The package's own folder: its fonts, character maps and decoders are read from there, never from a network. */
const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const readPart = async (folder: string, name: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(join(root, folder, name)))

/** Fonts that a PDF names and does not bring along. */
class StandardFonts {
  fetch = ({ filename }: { readonly filename: string }): Promise<Uint8Array> => readPart('standard_fonts', filename)
}
class CharacterMaps {
  fetch = async ({ name }: { readonly name: string }): Promise<object> => ({
    cMapData: await readPart('cmaps', `${name}.bcmap`),
    isCompressed: true,
  })
}
/** The decoders of JPEG 2000 and JBIG2 pictures. */
class Decoders {
  fetch = ({ filename }: { readonly filename: string }): Promise<Uint8Array> => readPart('wasm', filename)
}

type Drawing = { canvas: canvas.Canvas | null; context: canvas.SKRSContext2D | null }

class CanvasFactory {
  create = (width: number, height: number): Drawing => {
    const made = canvas.createCanvas(Math.ceil(width), Math.ceil(height))
    return { canvas: made, context: made.getContext('2d') }
  }
  reset = (drawing: Drawing, width: number, height: number): void => {
    if (drawing.canvas === null) return
    drawing.canvas.width = Math.ceil(width)
    drawing.canvas.height = Math.ceil(height)
  }
  destroy = (drawing: Drawing): void => {
    drawing.canvas = null
    drawing.context = null
  }
}

/** How every PDF is opened: nothing of it runs, nothing is fetched, no font of the system is used, so that all tills draw alike. */
export const PDF_SETTINGS = {
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  verbosity: 0,
  cMapPacked: true,
  CMapReaderFactory: CharacterMaps,
  StandardFontDataFactory: StandardFonts,
  WasmFactory: Decoders,
  CanvasFactory,
}

let library: Promise<PdfLibrary> | null = null

const load = async (): Promise<PdfLibrary> => {
  // pdf.js expects these of a browser.
  const { DOMMatrix, ImageData, Path2D } = canvas
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D })
  // Its second half, which it would otherwise look for by itself; it announces itself in globalThis.
  await import(/* @vite-ignore */ pathToFileURL(join(root, 'legacy', 'build', 'pdf.worker.mjs')).href)
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** pdf.js, loaded with the first PDF. Rejects when the installation lacks it. */
export const loadPdfLibrary = (): Promise<PdfLibrary> => {
  library ??= load()
  return library
}
