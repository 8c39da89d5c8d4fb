import { assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../shared/domain/testing/property-runs.ts'
import { choosablePages, MOST_CHOSEN_PAGES, pageRangeWords, parsePageRanges } from './page-ranges.ts'

describe('the pages to print', () => {
  test.each([
    ['3', [3]],
    ['1-3, 7', [1, 2, 3, 7]],
    [' 7 ;1 – 3', [7, 1, 2, 3]],
    ['1 2', [1, 2]],
    ['298-', [298, 299, 300]],
    ['299 -, 2', [299, 300, 2]],
    ['4-4, 4', [4]],
    ['', []],
    [' , ', []],
  ])('"%s" of 300 pages are %j', (words, pages) => {
    expect([...(parsePageRanges(words, 300) ?? ['none'])]).toEqual(pages)
  })

  test.each(['0', '301', '1-301', '301-', '5-3', '-3', 'semua', '1-2-3', '1,x', '1.5', '99999999'])(
    '"%s" of 300 pages is refused',
    (words) => {
      expect(parsePageRanges(words, 300)).toBeNull()
    },
  )

  test('are written so that they are read back the same, in as few words as can be', () => {
    expect(pageRangeWords(new Set([9, 2, 1, 3, 7]))).toBe('1-3, 7, 9')
    assert(
      property(uniqueArray(integer({ min: 1, max: 40 })), (pages) => {
        const read = parsePageRanges(pageRangeWords(new Set(pages)), 40)
        expect([...(read ?? [0])]).toEqual(pages.toSorted((left, right) => left - right))
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  test('are all of an ordinary mass print, and the first of an endless one', () => {
    expect(choosablePages(300)).toHaveLength(300)
    expect([...(parsePageRanges('1-', 300) ?? [])]).toEqual(choosablePages(300))
    const endless = choosablePages(4000)
    expect([endless[0], endless.at(-1)]).toEqual([1, MOST_CHOSEN_PAGES])
  })
})
