/** Advance widths of one TrueType font, in font units. */
export type FontAdvances = {
  readonly unitsPerEm: number
  /** Null when the font has no glyph for the code point. */
  readonly advanceOf: (codePoint: number) => number | null
}

/** Reads cmap (format 4), head, hhea and hmtx of a TrueType file. Throws when a table is missing: the font is not usable. */
export const readAdvances = (file: Uint8Array): FontAdvances => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16
    const tag = String.fromCharCode(...file.subarray(record, record + 4))
    tables.set(tag, view.getUint32(record + 8))
  }
  const tableAt = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`The font has no ${tag} table`)
    return offset
  }
  const glyphOf = readCharacterMap(view, tableAt('cmap'))
  const metricCount = view.getUint16(tableAt('hhea') + 34)
  const widths = tableAt('hmtx')
  return {
    unitsPerEm: view.getUint16(tableAt('head') + 18),
    advanceOf: (codePoint) => {
      const glyph = glyphOf(codePoint)
      return glyph === 0 ? null : view.getUint16(widths + Math.min(glyph, metricCount - 1) * 4)
    },
  }
}

const readCharacterMap = (view: DataView, cmap: number): ((codePoint: number) => number) => {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4)
    if (view.getUint16(subtable) === 4) return (codePoint) => glyphInFormat4(view, subtable, codePoint)
  }
  throw new Error('The font has no character map of format 4')
}

const glyphInFormat4 = (view: DataView, subtable: number, codePoint: number): number => {
  const doubledSegmentCount = view.getUint16(subtable + 6)
  const ends = subtable + 14
  const starts = ends + doubledSegmentCount + 2
  const deltas = starts + doubledSegmentCount
  const rangeOffsets = deltas + doubledSegmentCount
  for (let segment = 0; segment < doubledSegmentCount; segment += 2) {
    if (codePoint > view.getUint16(ends + segment)) continue
    const start = view.getUint16(starts + segment)
    if (codePoint < start) return 0
    const delta = view.getUint16(deltas + segment)
    const rangeOffset = view.getUint16(rangeOffsets + segment)
    if (rangeOffset === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(rangeOffsets + segment + rangeOffset + (codePoint - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
