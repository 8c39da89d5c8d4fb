import type { Column } from './column.ts'
import type { PartDesign } from './complete-design.ts'
import type { TextSize } from './document-design.ts'
import { addSectionRule } from './receipt-head.ts'

/** How the parts of a document on a roll are drawn. */
export type PartStack<Part extends string> = {
  /** What draws a part at its size; null when there is nothing to draw. */
  readonly draw: (part: Part, size: TextSize) => (() => void) | null
  /** What kind of paper it is: it stands above everything but the shop itself. */
  readonly addBars: () => void
  /** Parts that stand together without a rule between them. */
  readonly together: readonly (readonly [Part, Part])[]
}

const HEAD_PARTS: ReadonlySet<string> = new Set(['logo', 'shop'])

/** Sets the shown parts of a design under each other in their order, a rule between them. */
export const stackParts = <Part extends string>(
  column: Column,
  parts: readonly PartDesign<Part>[],
  { draw, addBars, together }: PartStack<Part>,
): void => {
  const standTogether = (one: Part | null, other: Part): boolean =>
    together.some(([first, second]) => (first === one && second === other) || (first === other && second === one))
  let before: Part | null = null
  let hasBars = false
  for (const { part, isShown, size } of parts) {
    const drawPart = isShown ? draw(part, size) : null
    if (drawPart === null) continue
    if (!hasBars && !HEAD_PARTS.has(part)) {
      addBars()
      hasBars = true
    }
    if (column.primitives().length > 0) {
      if (standTogether(before, part)) column.gap(2)
      else addSectionRule(column)
    }
    drawPart()
    before = part
  }
}
