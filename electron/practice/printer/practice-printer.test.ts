import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import { createPracticePrinter, type PracticeMachine } from './practice-printer.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const HEAD = 'SIZE 2 mm,1 mm\r\nGAP 3 mm,0 mm\r\nCLS\r\n'

const TSPL: PracticeMachine = {
  id: 'label-printer',
  language: 'tspl',
  dpi: 203,
  dotsPerMm: null,
  media: { type: 'labels', widthMm: 10, heightMm: 8, across: 1, columnGapMm: 0, separator: { type: 'gap', gapMm: 3 } },
}
const ESCPOS: PracticeMachine = {
  ...TSPL,
  id: 'receipt-printer',
  language: 'escpos',
  media: { type: 'roll', paperWidthMm: 58, cuts: true, opensDrawer: false },
}

describe('practice printer', () => {
  const LABEL = bytesOf(`${HEAD}BITMAP 0,0,2,8,0,${'\u00f0\u0000'.repeat(8)}\r\nPRINT 1,1\r\n`)

  test('draws the dots as PNG, tells of the page and keeps it', async () => {
    const seen: PracticePage[] = []
    const printer = createPracticePrinter({ onPage: (page) => seen.push(page), now: () => 42, mintId: () => 'one' })
    const { problems } = await printer.print(TSPL, 'label', LABEL)
    expect(problems).toEqual([])
    expect(printer.pages()).toEqual(seen)
    expect(seen[0]).toMatchObject({
      id: 'one',
      document: 'label',
      printedAtMs: 42,
      widthDots: 16,
      heightDots: 8,
      byteCount: LABEL.length,
    })
    const png = PNG.sync.read(Buffer.from((seen[0]?.imageUrl ?? '').split(',')[1] ?? '', 'base64'))
    const shades = Array.from({ length: 16 }, (_, x) => png.data[x * 4])
    expect(shades).toEqual([255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('keeps the last 50 pages, newest first', async () => {
    let minted = 0
    const printer = createPracticePrinter({
      onPage: () => undefined,
      now: () => 0,
      mintId: () => String((minted += 1)),
    })
    for (let index = 0; index < 52; index += 1) await printer.print(TSPL, 'label', LABEL)
    expect(printer.pages()).toHaveLength(50)
    expect([printer.pages()[0]?.id, printer.pages()[49]?.id]).toEqual(['52', '3'])
  })

  test('writes its pages as files when it is given a folder', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'konter-pages-'))
    try {
      const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one', directory })
      await printer.print(TSPL, 'label', LABEL)
      expect(readdirSync(directory)).toEqual(['label-one.png'])
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  test('says when nothing came out', async () => {
    const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one' })
    expect((await printer.print(ESCPOS, 'receipt', new Uint8Array())).problems).toEqual(['nothing was printed'])
  })

  test('keeps what each printer waits for to itself, until it is switched off', async () => {
    const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one' })
    const half = LABEL.subarray(0, LABEL.length - 20)
    await printer.print(TSPL, 'label', half)
    expect((await printer.print({ ...TSPL, id: 'other' }, 'label', LABEL)).problems).toEqual([])
    expect((await printer.print(TSPL, 'label', LABEL)).problems).not.toEqual([])
    await printer.print(TSPL, 'label', half)
    printer.switchOffAndOn(TSPL.id)
    expect((await printer.print(TSPL, 'label', LABEL)).problems).toEqual([])
  })

  test('is as wide as its paper and draws text in cells', async () => {
    const fontDirectory = fileURLToPath(new URL('../../../assets/fonts', import.meta.url))
    const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one', fontDirectory })
    const { pages, problems } = await printer.print(ESCPOS, 'receipt', bytesOf('\u001b@Halo\n'))
    expect(problems).toEqual([])
    expect(pages).toMatchObject([{ widthDots: 384, heightDots: 34 }])
    const without = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one' })
    expect((await without.print(ESCPOS, 'receipt', bytesOf('Halo\n'))).problems.join()).toContain('no font')
  })
})
