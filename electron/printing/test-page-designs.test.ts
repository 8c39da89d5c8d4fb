import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_DESIGNS,
  REQUIRED_PARTS,
  TEST_PAGE_PARTS,
  type DocumentDesigns,
  type TextSize,
} from '../../shared/documents/document-design.ts'
import { findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { rollMedia } from '../../shared/domain/usual-printers.ts'
import { documentMeasure as measure } from './render-document.ts'
import { labelMedia } from './testing/goods-samples.ts'
import { designed, NOTE, pageOf, partsOn, shown, textsOf, USUAL } from './testing/test-page-samples.ts'

describe('the design of a test page', () => {
  // Of the pages that were printed before they had a design: tills in use shall see no difference but in the closing words.
  test.each([
    ['roll of 58 mm', rollMedia(58), 'b57d96580a8936b0'],
    ['roll of 80 mm', rollMedia(80), 'efcf52113e464641'],
    ['100 x 150', labelMedia(100, 150), '97ad41a2826b1a00'],
    ['50 x 30', labelMedia(50, 30), 'eea3a7479262050a'],
    ['40 x 30', labelMedia(40, 30), '8fc327d80c7183a2'],
    ['40 x 30, two across', labelMedia(40, 30, 2), 'ae7c53b4daccdd55'],
    ['33 x 15, three across', labelMedia(33, 15, 3), '7ba7478287217dcd'],
  ] as const)(
    'as it is at first draws what test pages always were, whatever logo the shop has: %s',
    (_, media, digest) => {
      const layout = pageOf(designed(USUAL), media)
      expect(layout).toEqual(pageOf(DEFAULT_DESIGNS, media))
      expect(createHash('sha256').update(JSON.stringify(layout)).digest('hex').slice(0, 16)).toBe(digest)
    },
  )

  test.each(TEST_PAGE_PARTS.filter((part) => part !== 'printer' && part !== 'codes'))(
    'leaves out %s where it is taken off, and no other part',
    (part) => {
      const all = pageOf(designed(shown(TEST_PAGE_PARTS), NOTE))
      expect(partsOn(all)).toEqual([...TEST_PAGE_PARTS])
      const without = TEST_PAGE_PARTS.filter((each) => each !== part)
      expect(partsOn(pageOf(designed(shown(without), NOTE)))).toEqual(without)
    },
  )

  test.each([rollMedia(58), labelMedia(100, 150), labelMedia(33, 15, 3)])(
    'never takes off the name of the printer and the codes: %j',
    (media) => {
      const bare = pageOf(designed(shown([])), media)
      expect(bare).toEqual(pageOf(designed(shown(REQUIRED_PARTS['test-page'])), media))
      expect(partsOn(bare)).toEqual(['printer', 'codes'])
      expect(textsOf(bare)).toEqual(['Label gudang', 'HALAMAN UJI'])
    },
  )

  test('says once that it is a test page, with the settings or without them', () => {
    for (const parts of [shown(TEST_PAGE_PARTS), shown(['codes', 'printer'])]) {
      expect(textsOf(pageOf(designed(parts))).filter((text) => text.includes('HALAMAN UJI'))).toHaveLength(1)
    }
  })

  test('speaks of lines and boxes only where the shop prints them', () => {
    expect(textsOf(pageOf(designed(shown(['ink', 'criteria'])))).join(' ')).toContain('kotak hitam rata')
    const plain = textsOf(pageOf(designed(shown(['criteria'])))).join(' ')
    expect(plain).toContain('Baik bila bingkai utuh dan kedua kode terbaca: KONTER.')
  })

  test('decides the order', () => {
    const parts = shown(TEST_PAGE_PARTS).toReversed()
    for (const media of [labelMedia(100, 150), rollMedia(58)]) {
      const layout = pageOf(designed(parts, NOTE), media)
      expect(partsOn(layout)).toEqual(TEST_PAGE_PARTS.toReversed())
      expect(findOverlaps(layout, measure)).toEqual([])
    }
  })

  test.each(TEST_PAGE_PARTS)('decides the size of %s', (part) => {
    const heightAt = (size: TextSize): number => {
      const parts = shown(TEST_PAGE_PARTS).map((each) => (each.part === part ? { ...each, size } : each))
      return pageOf(designed(parts, NOTE), rollMedia(80)).heightMm
    }
    expect(heightAt('small')).toBeLessThan(heightAt('normal'))
    expect(heightAt('normal')).toBeLessThan(heightAt('large'))
  })

  test('draws lines of each thickness both ways at any size', () => {
    for (const size of ['small', 'normal', 'large'] as const) {
      for (const media of [rollMedia(58), rollMedia(80), labelMedia(100, 150)]) {
        const { primitives } = pageOf(designed(shown(['ink'], size)), media)
        const linesOf = (direction: 'horizontal' | 'vertical', dots: number): number =>
          primitives.filter(
            (each) =>
              each.type === 'line' && each.direction === direction && each.strokeMm === dots / 8 && each.yMm > 5,
          ).length
        for (const dots of [1, 3]) expect(linesOf('vertical', dots)).toBe(linesOf('horizontal', dots))
        expect(linesOf('vertical', 3)).toBeGreaterThan(4)
      }
    }
  })

  test('wraps the note and keeps its line ends', () => {
    const layout = pageOf(
      designed(shown(TEST_PAGE_PARTS), `${NOTE}\nTelp 0812 3456 7890, setiap hari 8.00-20.00`),
      rollMedia(58),
    )
    expect(textsOf(layout)).toEqual(expect.arrayContaining(['Rusak? Hubungi Pak Joko.', 'Kartu garansi ada di laci.']))
    expect(textsOf(layout).join(' ')).toContain('setiap hari 8.00-20.00')
  })

  test('prints the closing words in the language of the design', () => {
    const designs: DocumentDesigns = { ...designed(shown(['criteria'])), language: 'en' }
    expect(textsOf(pageOf(designs)).join(' ')).toContain('Good when the frame is whole and both codes read KONTER.')
  })
})
