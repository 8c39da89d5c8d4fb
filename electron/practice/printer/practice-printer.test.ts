import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import { interpretEscpos } from './interpret-escpos.ts'
import { interpretTspl } from './interpret-tspl.ts'
import { createPracticePrinter } from './practice-printer.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const HEAD = 'SIZE 2 mm,1 mm\r\nGAP 3 mm,0 mm\r\nCLS\r\n'

describe('TSPL interpreter', () => {
  test('burns a dot for each 0 bit, where the picture stands', () => {
    const { pages, problems } = interpretTspl(bytesOf(`${HEAD}BITMAP 8,1,1,2,0,\u007f\u00fe\r\nPRINT 1,1\r\n`), 8)
    expect(problems).toEqual([])
    const [page] = pages
    expect([page?.widthDots, page?.heightDots]).toEqual([16, 8])
    const black = [...(page?.dots ?? [])].flatMap((dot, index) => (dot === 1 ? [index] : []))
    expect(black).toEqual([1 * 16 + 8, 2 * 16 + 15])
  })

  test.each([
    ['TEXT 10,10,"3",0,1,1,"A"', 'unknown command TEXT'],
    ['DENSITY 16', 'DENSITY 16'],
    ['SPEED fast', 'SPEED fast'],
    ['hello', 'not a command'],
    ['BITMAP 0,0,1', 'BITMAP'],
    ['PRINT 0', 'PRINT 0'],
  ])('reports %s', (command, words) => {
    expect(interpretTspl(bytesOf(`${HEAD}${command}\r\n`), 8).problems.join()).toContain(words)
  })

  test('reports a picture that ends before its data', () => {
    expect(interpretTspl(bytesOf(`${HEAD}BITMAP 0,0,2,8,0,abc`), 8).problems.join()).toContain('ends before its data')
  })
})

describe('ESC/POS interpreter', () => {
  const raster = [0x1d, 0x76, 0x30, 0, 1, 0, 2, 0, 0x80, 0x01]

  test('draws strips under each other and ends a page at the cut', () => {
    const job = [0x1b, 0x40, ...raster, ...raster, 0x1b, 0x64, 1, 0x1d, 0x56, 1, 0x1b, 0x40]
    const { pages, problems, cuts } = interpretEscpos(Uint8Array.from(job), 8)
    expect(problems).toEqual([])
    expect(cuts).toBe(1)
    const [page] = pages
    expect(page?.heightDots).toBe(4 + 34)
    expect([...(page?.dots ?? [])].flatMap((dot, index) => (dot === 1 ? [index] : []))).toEqual([0, 15, 16, 31])
  })

  test.each([
    ['text', [0x41]],
    ['a drawer kick without its times', [0x1b, 0x70, 0x00]],
    ['a real-time command', [0x10, 0x14, 1, 0, 0]],
    ['an unknown escape', [0x1b, 0x21, 0x10]],
    ['a strip that ends before its data', [0x1d, 0x76, 0x30, 0, 1, 0, 9, 0, 0xff]],
    ['a strip wider than the head', [0x1d, 0x76, 0x30, 0, 2, 0, 1, 0, 0xff, 0xff]],
  ])('reports %s', (_name, job) => {
    expect(interpretEscpos(Uint8Array.from(job), 8).problems.length).toBeGreaterThan(0)
  })
})

describe('practice printer', () => {
  const LABEL = bytesOf(`${HEAD}BITMAP 0,0,2,8,0,${'\u00f0\u0000'.repeat(8)}\r\nPRINT 1,1\r\n`)

  test('draws the dots as PNG, tells of the page and keeps it', async () => {
    const seen: PracticePage[] = []
    const printer = createPracticePrinter({ onPage: (page) => seen.push(page), now: () => 42, mintId: () => 'one' })
    const { problems } = await printer.print('label', LABEL)
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
    for (let index = 0; index < 52; index += 1) await printer.print('label', LABEL)
    expect(printer.pages()).toHaveLength(50)
    expect([printer.pages()[0]?.id, printer.pages()[49]?.id]).toEqual(['52', '3'])
  })

  test('writes its pages as files when it is given a folder', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'konter-pages-'))
    try {
      const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one', directory })
      await printer.print('label', LABEL)
      expect(readdirSync(directory)).toEqual(['label-one.png'])
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  })

  test('says when nothing came out', async () => {
    const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'one' })
    expect((await printer.print('receipt', new Uint8Array())).problems).toEqual(['nothing was printed'])
  })
})
