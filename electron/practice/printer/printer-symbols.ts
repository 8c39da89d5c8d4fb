import bwip from 'bwip-js/node'
import { parseBars, parseCells } from '../../../shared/documents/raw-symbol.ts'
import { burnBox, type DotPage } from './dot-page.ts'

// The default export's `raw` gives modules; the named export `raw` of the ES builds is a symbology of that name.
const library: { readonly raw: (symbology: string, text: string, options: string) => unknown } = bwip

/** A symbol that a printer makes by itself: its size in dots, and how to burn it. */
export type PrintedSymbol = {
  readonly widthDots: number
  readonly heightDots: number
  readonly burnAt: (page: DotPage, left: number, top: number) => void
}

/** Code 128 of these code words, start included; check and stop are added. */
export const code128Symbol = (words: readonly number[], moduleDots: number, heightDots: number): PrintedSymbol => {
  const notation = words.map((word) => `^${String(word).padStart(3, '0')}`).join('')
  const bars = parseBars(library.raw('code128', notation, 'raw'))
  const widthDots = bars.reduce((sum, width) => sum + width, 0) * moduleDots
  return {
    widthDots,
    heightDots,
    burnAt: (page, left, top) => {
      let x = left
      bars.forEach((width, index) => {
        if (index % 2 === 0) burnBox(page, x, top, width * moduleDots, heightDots)
        x += width * moduleDots
      })
    },
  }
}

/** A QR symbol of these bytes. Throws when they are more than a symbol holds. */
export const qrSymbol = (data: Uint8Array, moduleDots: number): PrintedSymbol => {
  const { size, cells } = parseCells(
    library.raw('qrcode', Buffer.from(data).toString('latin1'), 'eclevel=M binarytext'),
  )
  return {
    widthDots: size * moduleDots,
    heightDots: size * moduleDots,
    burnAt: (page, left, top) => {
      cells.forEach((cell, index) => {
        const [column, row] = [index % size, Math.floor(index / size)]
        if (cell === 1) burnBox(page, left + column * moduleDots, top + row * moduleDots, moduleDots, moduleDots)
      })
    },
  }
}
