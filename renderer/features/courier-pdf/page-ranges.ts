/** The most pages of one file that are printed at once; each becomes a job of its own in the queue. */
export const MOST_CHOSEN_PAGES = 500

/** The numbers of the pages that can be chosen, from 1; at most {@link MOST_CHOSEN_PAGES} of them. */
export const choosablePages = (pageCount: number): readonly number[] =>
  Array.from({ length: Math.min(pageCount, MOST_CHOSEN_PAGES) }, (_, index) => index + 1)

/** One page or a range; without its end it goes on to the last page. */
const RANGE = /^(\d{1,6})(?:(-)(\d{1,6})?)?$/u

/**
 * The pages that words such as `1-20, 35, 40-` name, the last page being `lastPage`; none for empty words. Null when they
 * are something else, run backwards or name a page that is not there.
 */
export const parsePageRanges = (words: string, lastPage: number): ReadonlySet<number> | null => {
  const pages = new Set<number>()
  const ranges = words.replaceAll(/\s*[-–—]\s*/gu, '- ').replaceAll(/- (?=\d)/gu, '-')
  for (const range of ranges.split(/[,;\s]+/u)) {
    if (range === '') continue
    const [whole, from, dash, to] = RANGE.exec(range) ?? []
    if (whole === undefined) return null
    const first = Number(from)
    const last = to === undefined ? (dash === undefined ? first : lastPage) : Number(to)
    if (first < 1 || last > lastPage || first > last) return null
    for (let page = first; page <= last; page += 1) pages.add(page)
  }
  return pages
}

/** The shortest words that {@link parsePageRanges} reads as these pages. */
export const pageRangeWords = (pages: ReadonlySet<number>): string => {
  const ranges: { readonly first: number; readonly last: number }[] = []
  for (const page of [...pages].toSorted((left, right) => left - right)) {
    const before = ranges.at(-1)
    if (before !== undefined && before.last === page - 1) ranges[ranges.length - 1] = { ...before, last: page }
    else ranges.push({ first: page, last: page })
  }
  return ranges
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}-${String(last)}`))
    .join(', ')
}
