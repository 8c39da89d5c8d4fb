import { describe, expect, test } from 'vitest'
import { createTsplInterpreter, interpretTspl } from './interpret-tspl.ts'

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

  test('keeps its label and its settings from one job to the next', () => {
    const printer = createTsplInterpreter(8)
    printer.feed(bytesOf(`${HEAD}DIRECTION 1,0\r\nBITMAP 0,0,1,1,0,\u007f\r\nPRINT 1,2\r\n`))
    const { pages } = printer.feed(bytesOf('PRINT 1\r\n'))
    expect(pages.map((page) => page.dots.indexOf(1))).toEqual([16 * 8 - 1])
  })

  test('takes the next job for the rest of a picture that was cut off', () => {
    const printer = createTsplInterpreter(8)
    expect(printer.feed(bytesOf(`${HEAD}BITMAP 0,0,2,30,0,abcd`)).pages).toEqual([])
    const { pages } = printer.feed(bytesOf(`${HEAD}BITMAP 0,0,1,1,0,\u00ff\r\nPRINT 1\r\n`))
    expect(pages.map((page) => page.dots.includes(1))).toEqual([true])
  })
})
