import { describe, expect, test } from 'vitest'
import type { GreyImage } from './document-design.ts'
import { imageRuns } from './image-dots.ts'

/** Base 64 of zeros, and of bytes of 255, by whole groups of three pixels. */
const row = (isBlack: boolean, groups: number): string => (isBlack ? 'AAAA' : '////').repeat(groups)

/** 240 pixels wide, 96 high: a black rule of three pixels every twelve. */
const ruled: GreyImage = {
  widthPx: 240,
  heightPx: 96,
  greyBase64: Array.from({ length: 96 }, (_, y) => row(y % 12 < 3, 80)).join(''),
}

describe('imageRuns', () => {
  test('draws rules that go across as whole lines at every size, though some cover just half a dot', () => {
    for (let width = 60; width < 240; width += 1) {
      const runs = imageRuns(ruled, { x: 0, y: 0, width, height: Math.floor((width * 96) / 240) })
      expect(runs.length).toBeGreaterThan(0)
      expect(runs.filter((run) => run.width !== width)).toEqual([])
    }
  })
})
