import { lazy, type ReactElement } from 'react'
import type { DocumentDesigns } from '../../../shared/documents/document-design.ts'
import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import type { PrintContent } from '../../../shared/domain/print-job.ts'
import type { Printer } from '../../../shared/domain/printer.ts'
import { PreviewSheet } from './preview-sheet.tsx'

export type DocumentPreviewProps = {
  readonly content: Exclude<PrintContent, { type: 'pdf' }>
  readonly document: DocumentKind
  /** The printer whose paper is drawn; left out, the one that takes the document. */
  readonly printer?: Printer
  /** How it looks; left out, as the shop has set it. */
  readonly designs?: DocumentDesigns
  readonly isCopy?: boolean
  /** What a screen reader says. */
  readonly label: string
}

const DocumentDrawing = lazy(async () => ({ default: (await import('./document-drawing.tsx')).DocumentDrawing }))

/** A document as it will be printed, its first page. As wide as its container; the height follows. */
export const DocumentPreview = (props: DocumentPreviewProps): ReactElement => (
  <PreviewSheet>
    <DocumentDrawing {...props} />
  </PreviewSheet>
)
