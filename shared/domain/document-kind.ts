import { z } from 'zod'

/** Everything that Konter prints. `label` is the shipping label, `pick-list` the copy for warehouse or kitchen. */
export const documentKindSchema = z.enum([
  'receipt',
  'label',
  'pick-list',
  'product-label',
  'shelf-tag',
  'shift-report',
  'pdf',
  'test-page',
])
export type DocumentKind = z.infer<typeof documentKindSchema>

/** Every kind, in the order of lists. */
export const DOCUMENT_KINDS = documentKindSchema.options

/** The kinds that come on a roll of paper; the others are labels. */
export const ROLL_DOCUMENTS: readonly DocumentKind[] = ['receipt', 'pick-list', 'shift-report']
