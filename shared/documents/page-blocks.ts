import type { LayoutPrimitive } from './layout.ts'

/** Something that stands on one page as a whole, drawn from `yMm` 0 down. */
export type PageBlock = {
  readonly heightMm: number
  readonly primitives: readonly LayoutPrimitive[]
  /** Rows of a table: a page that begins with one gets the table's head again. */
  readonly isRow: boolean
}

/** The same, lower on the page. */
export const movedDown = (primitive: LayoutPrimitive, byMm: number): LayoutPrimitive =>
  primitive.type === 'text'
    ? { ...primitive, baselineMm: primitive.baselineMm + byMm }
    : { ...primitive, yMm: primitive.yMm + byMm }

export type PageRules = {
  readonly topMm: number
  readonly bottomMm: number
  /** What the second and later pages begin with. */
  readonly continued: PageBlock
  readonly tableHead: PageBlock
}

/** Sets blocks under each other on as many pages as they need; no block is torn apart. One higher than a page stands on one of its own. */
export const paginateBlocks = (
  blocks: readonly PageBlock[],
  { topMm, bottomMm, continued, tableHead }: PageRules,
): readonly (readonly LayoutPrimitive[])[] => {
  const pages: LayoutPrimitive[][] = [[]]
  let cursorMm = topMm
  const put = (block: PageBlock): void => {
    pages.at(-1)?.push(...block.primitives.map((primitive) => movedDown(primitive, cursorMm)))
    cursorMm += block.heightMm
  }
  blocks.forEach((block, index) => {
    // The head of a table does not stand alone at the foot of a page.
    const next = block === tableHead ? (blocks[index + 1]?.heightMm ?? 0) : 0
    if (cursorMm > topMm && cursorMm + block.heightMm + next > bottomMm) {
      pages.push([])
      cursorMm = topMm
      put(continued)
      if (block.isRow) put(tableHead)
    }
    put(block)
  })
  return pages
}
