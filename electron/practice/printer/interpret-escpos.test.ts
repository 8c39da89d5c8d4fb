import { describe, expect, test } from 'vitest'
import { interpretEscpos } from './interpret-escpos.ts'

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
