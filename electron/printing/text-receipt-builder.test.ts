import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { interpretEscpos } from '../practice/printer/interpret-escpos.ts'
import { createTextReceiptBuilder, isInCodePage } from './text-receipt-builder.ts'
import type { TextPiece } from './text-receipt-rows.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

type Build = (library: ThermalPrinter) => void

/** What the library makes of it by itself, as hexadecimal digits. */
const libraryMakes = (build: Build, settings: { readonly width?: number } = {}): string => {
  const library = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', ...settings })
  build(library)
  return library.getBuffer().toString('hex')
}
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
const built = (build: (builder: ReturnType<typeof createTextReceiptBuilder>) => void, columns = 32): string => {
  const builder = createTextReceiptBuilder(columns)
  build(builder)
  return Buffer.from(builder.end(true)).toString('hex')
}
const plain = (text: string, startCell = 0): TextPiece => ({
  text,
  startCell,
  cells: 1,
  cellsHigh: 1,
  isBold: false,
  isInverted: false,
})

describe('faults of node-thermal-printer that are gone around', () => {
  test('swallows blank lines when it folds', () => {
    expect(libraryMakes((library) => library.println('a\n\nb'))).toBe(hex('a\nb\n'))
    expect(built((builder) => [plain('a'), plain(''), plain('b')].forEach((piece) => builder.line([piece])))).toContain(
      hex('a\n\nb\n'),
    )
  })

  test('tears indented lines apart when it folds', () => {
    expect(libraryMakes((library) => library.println('    indented'), { width: 10 })).toBe(hex('   \nindented\n'))
    expect(built((builder) => builder.line([plain('indented', 4)]), 12)).toContain(hex('    indented\n'))
  })

  test('prints nothing for the number 0', () => {
    // The types ask for texts; the fault shows where the types are not looked at.
    const untyped = (library: { println: (value: never) => void }, values: readonly never[]): void => {
      values.forEach((value) => library.println(value))
    }
    expect(libraryMakes((library) => untyped(library, JSON.parse('[0]')))).toBe(hex('\n'))
    expect(built((builder) => builder.line([plain('0')]))).toContain(hex('0\n'))
  })

  test('counts the length of QR data in characters, so that its end is printed as text', () => {
    const made = libraryMakes((library) => library.printQR('é€'))
    expect(made).toContain('1d286b0500315030c3a9e282ac')
    const { problems } = interpretEscpos(Buffer.from(made, 'hex'), 384)
    expect(problems.length).toBeGreaterThan(0)
    expect(built((builder) => builder.qr('QRIS', 4))).toContain(`1d286b0700315030${hex('QRIS')}`)
  })

  test('throws for QR cells above 8', () => {
    expect(() => libraryMakes((library) => library.printQR('a', { cellSize: 10 }))).toThrow(TypeError)
    expect(built((builder) => builder.qr('a', 10))).toContain('1d286b0300314308')
  })

  test('does not double a brace in Code 128, so that it changes the code set', () => {
    const data = (made: string): string => made.slice(made.indexOf('1d6b49') + 8)
    expect(data(libraryMakes((library) => library.code128('AB{C')))).toBe(hex('{BAB{C'))
    expect(data(built((builder) => builder.code128('AB{C', 2, 80)))).toMatch(new RegExp(`^${hex('{BAB{{C')}`))
  })

  test('takes widths of Code 128 by its types that become the invalid width 0', () => {
    expect(libraryMakes((library) => library.code128('A', { width: 'MEDIUM' }))).toContain('1d7700')
    expect(built((builder) => builder.code128('A', 3, 80))).toContain('1d77031d6850')
  })

  test('believes after a cut that the code page is still set', () => {
    const made = libraryMakes((library) => {
      library.setCharacterSet(CharacterSet.WPC1252)
      library.print('é')
      library.cut()
      library.print('é')
    })
    expect(made.slice(made.lastIndexOf('1b40'))).toBe('1b40e9')
    // Here the code page is set behind ESC @, which is at the beginning.
    expect(built((builder) => builder.line([plain('é')]))).toMatch(/^1b74101b401b7410e90a/)
  })

  test('feeds eight lines before a cut', () => {
    expect(libraryMakes((library) => library.partialCut())).toBe('1b64041b64041d56011b40')
    expect(built(() => undefined)).toMatch(/1b40(?:1b7410)1b64041d56011b40$/)
  })

  test('takes the width of letters for their height', () => {
    // GS ! has the width in its upper four bits.
    expect(libraryMakes((library) => library.setTextSize(1, 0))).toBe('1d2110')
    expect(built((builder) => builder.line([{ ...plain('a'), cellsHigh: 2 }]))).toContain(`1d2101${hex('a')}1d2100`)
    expect(built((builder) => builder.line([{ ...plain('a'), cells: 2, cellsHigh: 2 }]))).toContain(`1d2111${hex('a')}`)
  })

  test('opens the drawer with a pulse that lacks its times, so that the next bytes are taken for them', () => {
    expect(libraryMakes((library) => library.openCashDrawer())).toBe('1b70001b7001')
    expect(built((builder) => builder.kickDrawer())).toContain('1b700019fa')
  })

  test('writes an error for every character that it cannot encode when no code page is set', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    libraryMakes((library) => library.print('é'))
    expect(silent).toHaveBeenCalled()
    silent.mockClear()
    built((builder) => builder.line([plain('é…–“”×')]))
    expect(silent).not.toHaveBeenCalled()
  })

  test('changes the code page by itself for what is outside it, which receipts never hold', () => {
    const made = libraryMakes((library) => {
      library.setCharacterSet(CharacterSet.WPC1252)
      library.print('Ω')
    })
    expect(made).not.toContain(hex('?'))
    expect(made.slice(6)).toMatch(/^1b74/)
    expect([isInCodePage('Ω'), isInCodePage('Rp 1.000 – “é” …')]).toEqual([false, true])
  })

  test('folds nothing when it is told not to', () => {
    const long = 'x'.repeat(60)
    const library = new ThermalPrinter({
      type: PrinterTypes.EPSON,
      interface: '',
      width: 32,
      breakLine: BreakLine.NONE,
    })
    library.println(long)
    expect(library.getBuffer().toString('latin1')).toBe(`${long}\n`)
  })
})
