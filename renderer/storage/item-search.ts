import type { Item } from '../../shared/domain/item.ts'
import { createCodeTable } from './code-table.ts'
import type { SearchTextRow } from './rows.ts'

/** What the index keeps of an item. `text` is ` <name>`, then a tab and a space before each code; all in {@link normalise}d words. */
export type SearchEntry = { readonly sku: string; readonly text: string }

/** Lower case, without diacritics, every run of other signs one space: how both items and queries are compared. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The entry of an item. */
export const toSearchEntry = (item: Pick<Item, 'sku' | 'name' | 'barcodes'>): SearchEntry => ({
  sku: item.sku,
  text: ` ${normalise(item.name)}${[item.sku, ...item.barcodes].map((code) => `\t ${normalise(code)}`).join('')}`,
})

/** Orders entries by name, as the index holds them. */
export const compareEntries = (left: SearchEntry, right: SearchEntry): number => {
  if (left.text === right.text) return left.sku < right.sku ? -1 : 1
  return left.text < right.text ? -1 : 1
}

const ROWS_PER_SLICE = 2_000
/** Up to this many matches are ranked one by one. */
const MOST_CANDIDATES = 400

/** The rows that keep an index between starts, from entries in order. */
export const toSearchRows = (entries: readonly SearchEntry[]): readonly SearchTextRow[] => {
  const rows: SearchTextRow[] = []
  for (let start = 0; start < entries.length; start += ROWS_PER_SLICE) {
    const slice = entries.slice(start, start + ROWS_PER_SLICE)
    rows.push({
      id: rows.length,
      skus: slice.map((entry) => entry.sku).join('\n'),
      texts: slice.map((entry) => entry.text).join('\n'),
    })
  }
  return rows
}

/** The entries that rows hold, in order. */
export const toSearchEntries = (rows: readonly SearchTextRow[]): readonly SearchEntry[] =>
  rows.flatMap((row) => {
    const texts = row.texts.split('\n')
    return row.skus.split('\n').map((sku, index) => ({ sku, text: texts[index] ?? '' }))
  })

/**
 * All items as one text in order of names, searched by scanning: a query that matches nothing costs one pass of the
 * platform's own substring search, a common one stops as soon as enough is found.
 */
export type SearchIndex = {
  readonly size: number
  /** SKUs of the best matches: exact code, then names that start with the query, then word starts, then any place; each in order of names. */
  readonly search: (query: string, limit: number) => readonly string[]
}

/** Builds the index from its rows; less than a tenth of a second for 100,000 items. */
export const createSearchIndex = (rows: readonly SearchTextRow[]): SearchIndex => {
  const skus = rows.flatMap((row) => row.skus.split('\n'))
  const text = `\n${rows.map((row) => row.texts).join('\n')}\n`
  const size = skus.length
  // starts[n] is where the n-th record begins; one more marks the end. Between records stands one line break.
  const starts = new Int32Array(size + 1)
  for (let record = 0, at = 1; record < size; record += 1) {
    starts[record] = at
    at = text.indexOf('\n', at) + 1
  }
  starts[size] = text.length
  const codes = createCodeTable(text)
  const startOf = (record: number): number => starts[record] ?? text.length

  /** The record that holds a position, looked for from a known earlier record onward. */
  const recordAt = (position: number, from: number): number => {
    let step = 1
    let low = from
    while (low + step < size && startOf(low + step) <= position) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, size)
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (startOf(middle) <= position) low = middle
      else high = middle
    }
    return low
  }

  /** Visits the records of a range that hold every pattern, in order, until `visit` says stop. Every pattern is scanned once at most. */
  const visitMatches = (
    patterns: readonly string[],
    from: number,
    to: number,
    visit: (record: number) => boolean,
  ): void => {
    const [first] = patterns
    if (first === undefined) return
    const ends = startOf(to)
    let record = from
    while (record < to) {
      const position = text.indexOf(first, startOf(record))
      if (position === -1 || position >= ends) return
      record = recordAt(position, record)
      let furthest = record
      for (const pattern of patterns.slice(1)) {
        const other = text.indexOf(pattern, startOf(record))
        if (other === -1 || other >= ends) return
        // Beyond this record: nothing before that place can match, so that all patterns go on from there.
        if (other >= startOf(record + 1)) furthest = Math.max(furthest, recordAt(other, record))
        if (furthest > record) break
      }
      if (furthest > record) {
        record = furthest
        continue
      }
      if (!visit(record)) return
      record += 1
    }
  }

  /** The first record whose name does not come before the prefix. */
  const lowerBound = (prefix: string): number => {
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = startOf(middle)
      if (text.slice(at, at + prefix.length) < prefix) low = middle + 1
      else high = middle
    }
    return low
  }

  /** 0 exact code, 1 name starts with the query, 2 every word starts a word, 3 somewhere inside. */
  const rankOf = (record: number, phrase: string, words: readonly string[]): number => {
    const own = text.slice(startOf(record), startOf(record + 1) - 1)
    if (`${own}\t`.includes(`\t ${phrase}\t`)) return 0
    if (own.startsWith(` ${phrase}`)) return 1
    return words.every((word) => own.includes(` ${word}`)) ? 2 : 3
  }

  /** The best of more matches than can be ranked one by one: one pass a rank, each ending as soon as enough is found. */
  const bestOfMany = (phrase: string, words: readonly string[], first: number, limit: number): readonly number[] => {
    const found = new Set<number>()
    const take = (record: number): boolean => {
      found.add(record)
      return found.size < limit
    }
    for (const position of codes.positionsOf(phrase)) {
      if (found.size < limit) found.add(recordAt(position, 0))
    }
    const namePrefix = ` ${phrase}`
    for (let record = lowerBound(namePrefix); record < size && found.size < limit; record += 1) {
      if (!text.startsWith(namePrefix, startOf(record))) break
      found.add(record)
    }
    const wordStarts = words.map((word) => ` ${word}`)
    if (found.size < limit) visitMatches(wordStarts, first, size, take)
    if (found.size < limit) visitMatches(words, first, size, take)
    return [...found]
  }

  const search = (query: string, limit: number): readonly string[] => {
    const phrase = normalise(query)
    if (limit <= 0 || size === 0) return []
    if (phrase === '') return query.trim() === '' ? skus.slice(0, limit) : []
    const words = [...new Set(phrase.split(' '))].toSorted((left, right) => right.length - left.length)
    const candidates: number[] = []
    visitMatches(words, 0, size, (record) => {
      candidates.push(record)
      return candidates.length < MOST_CANDIDATES
    })
    const [first] = candidates
    if (first === undefined) return []
    const records =
      candidates.length < MOST_CANDIDATES
        ? candidates.toSorted((left, right) => rankOf(left, phrase, words) - rankOf(right, phrase, words))
        : bestOfMany(phrase, words, first, limit)
    return records.slice(0, limit).flatMap((record) => skus[record] ?? [])
  }

  return { size, search }
}
