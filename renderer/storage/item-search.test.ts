import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../shared/domain/item.ts'
import {
  compareEntries,
  createSearchIndex,
  normalise,
  toSearchEntries,
  toSearchEntry,
  toSearchRows,
} from './item-search.ts'

type Named = Pick<Item, 'sku' | 'name' | 'barcodes'>
const indexOf = (items: readonly Named[]) =>
  createSearchIndex(toSearchRows(items.map(toSearchEntry).toSorted(compareEntries)))
const item = (sku: string, name: string, ...barcodes: readonly string[]): Named => ({ sku, name, barcodes })

const shop = indexOf([
  item('SNAC-0001', 'Beng-beng', '8996001354124'),
  item('SNAC-0002', 'Wafer Beng Coklat', '8996001318430'),
  item('MIEE-0001', 'Indomie Goreng', '089686010947'),
  item('MIEE-0002', 'Indomie Kuah Ayam Bawang', '089686010015'),
  item('KOPI', 'Café Kapal Api', '8991002101104', '12345'),
  item('GORENG', 'Zeta Special'),
])

describe('search', () => {
  test('finds by parts of names, SKUs and barcodes, whatever case, accents and signs', () => {
    expect(shop.search('cafe', 5)).toEqual(['KOPI'])
    expect(shop.search('CAFÉ KAPAL', 5)).toEqual(['KOPI'])
    expect(shop.search('snac-0002', 5)).toEqual(['SNAC-0002'])
    expect(shop.search('010947', 5)).toEqual(['MIEE-0001'])
    expect(shop.search('ndomi awan', 5)).toEqual(['MIEE-0002'])
    expect(shop.search('12345', 5)).toEqual(['KOPI'])
  })

  test('orders exact code, then start of the name, then start of a word, then inside', () => {
    expect(shop.search('goreng', 5)).toEqual(['GORENG', 'MIEE-0001'])
    expect(shop.search('beng', 5)).toEqual(['SNAC-0001', 'SNAC-0002'])
    expect(shop.search('ap', 5)).toEqual(['KOPI'])
  })

  test('gives the first items by name for an empty query and nothing for signs alone', () => {
    expect(shop.search('  ', 2)).toEqual(['SNAC-0001', 'KOPI'])
    expect(shop.search('---', 2)).toEqual([])
    expect(shop.search('a', 0)).toEqual([])
    expect(createSearchIndex([]).search('a', 5)).toEqual([])
  })

  test('does not join the end of one item with the start of the next', () => {
    const two = indexOf([item('A', 'xab'), item('B', 'cdx')])
    expect(two.search('a b', 5)).toEqual(['A'])
    expect(two.search('ab cd', 5)).toEqual([])
  })

  test('its rows hold the entries exactly', () => {
    const entries = [item('a', 'Z'), item('b', ''), item('c', 'Ñ', '1', '2')]
      .map(toSearchEntry)
      .toSorted(compareEntries)
    expect(toSearchEntries(toSearchRows(entries))).toEqual(entries)
  })

  test('ranks many matches as it ranks few', () => {
    const many = indexOf(
      Array.from({ length: 3_000 }, (_, n) => item(`S${n}`, `${n % 2 === 0 ? 'Susu' : 'Roti Susu'} ${n}`)),
    )
    const best = many.search('susu', 1_600)
    expect(best).toHaveLength(1_600)
    expect(best.slice(0, 1_500).every((sku) => Number(sku.slice(1)) % 2 === 0)).toBe(true)
    expect(many.search('susu 17', 3)[0]).toBe('S170')
  })

  test('finds exactly what a scan of every item finds', () => {
    const word = fc.stringMatching(/^[ab1]{1,4}$/)
    const items = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), word), { maxLength: 30 })
    fc.assert(
      fc.property(items, fc.array(word, { minLength: 1, maxLength: 3 }), (named, words) => {
        const all = named.map(([name, barcode], index) => item(`k${index}`, name.join(' '), barcode))
        const expected = all.filter((each) => {
          const text = [each.name, each.sku, ...each.barcodes].join(' ')
          return words.every((part) => text.includes(part))
        })
        const found = indexOf(all).search(words.join(' '), 100)
        expect(found.toSorted()).toEqual(expected.map((each) => each.sku).toSorted())
      }),
      { numRuns: 1_000 },
    )
  })

  test('normalising is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })
})
