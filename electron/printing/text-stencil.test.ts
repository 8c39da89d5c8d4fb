import { fileURLToPath } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isDeepRun, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { createMonoPicture, inkStencil, type MonoPicture } from './mono-picture.ts'
import { canvasFont, loadPrinterFonts } from './printer-fonts.ts'
import { inkPixels } from './rasterize-pixels.ts'
import { drawTextStencil, rememberingStencils, type TextMark } from './text-stencil.ts'

beforeAll(() => loadPrinterFonts(fileURLToPath(new URL('../../assets/fonts', import.meta.url))))

const MARK: TextMark = { text: 'Toko', size: 24, weight: 'regular', align: 'left', ink: 'black', turnDegrees: 0 }
const PAGE = 400

const mark = fc.record<TextMark>({
  text: fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        'Â',
        'j',
        'g',
        '|',
        'W',
        'Å',
        'Ế',
        'q',
        'Ç',
        ',',
        ' ',
        '1',
        '.',
        '%',
        '”',
        '…',
        '/',
        'e\u0301',
      ),
      minLength: 1,
      maxLength: 12,
    }),
    fc.constantFrom('Rp 1.234.567', 'Jl. Melati No. 12', 'Ǻ Ḝ Ṩ', 'ffi fl'),
  ),
  size: fc.double({ min: 6, max: 60, noNaN: true }),
  weight: fc.constantFrom('regular', 'bold'),
  align: fc.constantFrom('left', 'center', 'right'),
  ink: fc.constantFrom('black', 'white'),
  turnDegrees: fc.constantFrom(0, 90, 270),
})

/** The same text drawn on the whole page at once, without a stencil. */
const drawOnPage = ({ text, size, weight, align, ink, turnDegrees }: TextMark, x: number, y: number): MonoPicture => {
  const canvas = createCanvas(PAGE, PAGE)
  const context = canvas.getContext('2d')
  context.fontKerning = 'none'
  context.letterSpacing = '0.001px'
  context.fillStyle = ink === 'black' ? 'white' : 'black'
  context.fillRect(0, 0, PAGE, PAGE)
  context.translate(x, y)
  context.rotate((turnDegrees * Math.PI) / 180)
  context.transform(1, 0, 1e-3, 1, 0, 0)
  context.font = canvasFont(weight, size)
  context.textAlign = align
  context.fillStyle = ink
  context.fillText(text, 0, 0)
  const picture = createMonoPicture(PAGE, PAGE)
  inkPixels(canvas.data(), picture, 144)
  return picture
}

/** A grey that lies on the threshold falls to either side, as the place on the page rounds it: about one text in ten thousand has such a dot. */
const ON_THE_EDGE = 2

const differingDots = (left: MonoPicture, right: MonoPicture): number =>
  left.bits.reduce((sum, byte, index) => {
    const differs = byte ^ (right.bits[index] ?? 0)
    return differs === 0 ? sum : sum + differs.toString(2).replaceAll('0', '').length
  }, 0)

describe('the dots of a text', () => {
  test(
    'are those of the same text drawn on the page, wherever it stands, turned or white',
    async () => {
      const place = fc.integer({ min: -20, max: PAGE + 20 })
      await fc.assert(
        fc.asyncProperty(mark, place, place, async (text, x, y) => {
          // The canvas gives its memory back only between turns of the event loop.
          await new Promise((resolve) => setImmediate(resolve))
          const { dots, left, top } = drawTextStencil(text)
          const picture = createMonoPicture(PAGE, PAGE)
          if (text.ink === 'white') picture.bits.fill(0xff)
          inkStencil(picture, dots, { xDots: x + left, yDots: y + top, ink: text.ink })
          expect(differingDots(picture, drawOnPage(text, x, y))).toBeLessThanOrEqual(ON_THE_EDGE)
        }),
        { numRuns: isDeepRun() ? 10_000 : 150 },
      )
    },
    propertyTimeoutMs(),
  )

  test('are none of a blank', () => {
    expect(drawTextStencil({ ...MARK, text: '  ' }).dots.bits).toHaveLength(0)
  })
})

describe('what is remembered', () => {
  const counting = (limitBytes: number) => {
    const drawn: string[] = []
    const stencil = rememberingStencils(limitBytes, (wanted) => {
      drawn.push(wanted.text)
      return { dots: createMonoPicture(80, 10), left: 0, top: 0 }
    })
    return { drawn, use: (...texts: readonly string[]) => texts.forEach((text) => stencil({ ...MARK, text })) }
  }

  test('is drawn once, and anew when anything differs', () => {
    const drawn: TextMark[] = []
    const stencil = rememberingStencils(100_000, (wanted) => {
      drawn.push(wanted)
      return { dots: createMonoPicture(8, 1), left: 0, top: 0 }
    })
    const others: readonly Partial<TextMark>[] = [
      { text: 'toko' },
      { size: 25 },
      { weight: 'bold' },
      { align: 'right' },
      { ink: 'white' },
      { turnDegrees: 90 },
    ]
    const all = [MARK, ...others.map((other) => ({ ...MARK, ...other }))]
    for (const each of [...all, ...all]) stencil(each)
    expect(drawn).toEqual(all)
  })

  test('never grows beyond its limit: what was not used for longest goes', () => {
    const { drawn, use } = counting(2_000)
    const texts = Array.from({ length: 40 }, (_none, index) => String(index))
    use('a', ...texts.slice(0, 5), 'a', ...texts.slice(5), 'a')
    expect(drawn.filter((text) => text === 'a')).toHaveLength(2)
    use('39')
    expect(drawn.filter((text) => text === '39')).toHaveLength(1)
    use('0')
    expect(drawn.filter((text) => text === '0')).toHaveLength(2)
  })

  test('is not what alone would push out the rest', () => {
    const { drawn, use } = counting(500)
    use('a', 'a')
    expect(drawn).toEqual(['a', 'a'])
  })
})
