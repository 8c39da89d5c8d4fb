import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns, type TextSize } from './document-design.ts'

/** How one part of a document looks. */
export type PartDesign<Part extends string> = {
  readonly part: Part
  readonly isShown: boolean
  readonly size: TextSize
}

/** What a document is made of, in its order, and the shop's note. */
export type Design<Part extends string> = { readonly parts: readonly PartDesign<Part>[]; readonly note: string }

/**
 * A design that has every part once: one that it lacks is put behind the part that usually stands before it, a repeated one
 * is dropped, and the parts that a document is wrong without are shown whatever the design says.
 */
export const completeDesign = <Part extends string>(
  design: Design<Part>,
  usual: Design<NoInfer<Part>>,
  required: readonly NoInfer<Part>[],
): Design<Part> => {
  const parts = design.parts.filter(
    ({ part }, index) => design.parts.findIndex((other) => other.part === part) === index,
  )
  usual.parts.forEach((each, index) => {
    if (parts.some(({ part }) => part === each.part)) return
    const before = usual.parts[index - 1]
    const place = before === undefined ? 0 : parts.findIndex(({ part }) => part === before.part) + 1
    parts.splice(place, 0, each)
  })
  return {
    parts: parts.map((each) => (required.includes(each.part) ? { ...each, isShown: true } : each)),
    note: design.note,
  }
}

/** All designs, each complete. */
export const completeDesigns = (designs: DocumentDesigns): DocumentDesigns => ({
  language: designs.language,
  logo: designs.logo,
  receipt: completeDesign(designs.receipt, DEFAULT_DESIGNS.receipt, REQUIRED_PARTS.receipt),
  label: completeDesign(designs.label, DEFAULT_DESIGNS.label, REQUIRED_PARTS.label),
  'pick-list': completeDesign(designs['pick-list'], DEFAULT_DESIGNS['pick-list'], REQUIRED_PARTS['pick-list']),
  'product-label': completeDesign(
    designs['product-label'],
    DEFAULT_DESIGNS['product-label'],
    REQUIRED_PARTS['product-label'],
  ),
  'shelf-tag': completeDesign(designs['shelf-tag'], DEFAULT_DESIGNS['shelf-tag'], REQUIRED_PARTS['shelf-tag']),
  invoice: completeDesign(designs.invoice, DEFAULT_DESIGNS.invoice, REQUIRED_PARTS.invoice),
  'shift-report': completeDesign(
    designs['shift-report'],
    DEFAULT_DESIGNS['shift-report'],
    REQUIRED_PARTS['shift-report'],
  ),
  'test-page': completeDesign(designs['test-page'], DEFAULT_DESIGNS['test-page'], REQUIRED_PARTS['test-page']),
})
