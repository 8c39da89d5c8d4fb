import { describe, expect, test } from 'vitest'
import { createZplInterpreter, interpretZpl } from './interpret-zpl.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const format = (body: string): Uint8Array => bytesOf(`^XA^PW16^LL8${body}^XZ\r\n`)
const blackOf = (body: string): readonly (readonly number[])[] =>
  interpretZpl(format(body)).pages.map((page) => [...page.dots].flatMap((dot, index) => (dot === 1 ? [index] : [])))

describe('ZPL interpreter', () => {
  test('burns a dot for each 1 bit, where the field stands', () => {
    expect(blackOf('^FO8,1^GFA,2,2,1,8001^FS')).toEqual([[16 + 8, 32 + 15]])
    expect(blackOf('^POI^FO0,0^GFA,1,1,1,80^FS^PQ2')).toEqual([[127], [127]])
  })

  test('unpacks Z64 and checks its sum', () => {
    // zlib of 80 01, and the CRC-16/XMODEM of these letters.
    const field = (sum: string): string => `^FO0,0^GFA,2,2,1,:Z64:eJxrYAQAAQMAgg==:${sum}^FS`
    expect(interpretZpl(format(field('7FB6'))).problems.join()).toContain('wrong check sum')
    expect(interpretZpl(format(field('0000'))).problems.join()).toContain('wrong check sum')
    expect(blackOf(field('7FB7'))).toEqual([[0, 16 + 7]])
  })

  test.each([
    ['text', '^FDhello^FS'],
    ['a darkness out of range', '~SD31'],
    ['a label home elsewhere', '^LH10,10'],
    ['too few digits', '^FO0,0^GFA,2,2,1,80^FS'],
    ['digits that are none', '^FO0,0^GFA,1,1,1,8G^FS'],
    ['rows that are not whole', '^FO0,0^GFA,3,3,2,808080^FS'],
    ['no copies', '^PQ0'],
    ['words between commands', '^FS^XX'],
  ])('reports %s', (_name, body) => {
    expect(interpretZpl(format(body)).problems.length).toBeGreaterThan(0)
  })

  test('waits for the rest of a format, and gives it up when it is told to', () => {
    const printer = createZplInterpreter()
    expect(printer.feed(bytesOf('^XA^PW16^LL8^FO0,0^GFA,2,2,1,80')).problems.join()).toContain('ends inside')
    expect(printer.feed(bytesOf('~JX\r\n^XA^PW8^LL1^XZ'))).toMatchObject({ pages: [{ widthDots: 8 }], problems: [] })
  })

  test('reports a format that begins inside another', () => {
    expect(interpretZpl(bytesOf('^XA^PW8^LL1^XA^PW8^LL1^XZ')).problems.join()).toContain('inside a format')
  })
})
