import { lazy, type ReactElement } from 'react'
import type { DocumentKind } from '../../../shared/domain/print-job.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { PreviewSheet } from './preview-sheet.tsx'

export type DocumentPreviewProps = {
  readonly sale: Sale
  readonly document: DocumentKind
  /** Of receipts; 80 when left out. */
  readonly paperWidthMm?: 58 | 80
  readonly isCopy?: boolean
  /** What the QRIS code on the receipt says; none when left out. */
  readonly qrisPayload?: string | null
  /** What a screen reader says; when left out, the document and its number in Indonesian, the documents' language. */
  readonly label?: string
}

const DocumentDrawing = lazy(async () => ({ default: (await import('./document-drawing.tsx')).DocumentDrawing }))

/** The receipt or label of a sale as it will be printed. As wide as its container; the height follows. A walk-in sale has no label. */
export const DocumentPreview = (props: DocumentPreviewProps): ReactElement | null => {
  const { sale, document } = props
  if (document === 'label' && sale.delivery === null) return null
  const label = props.label ?? `${document === 'receipt' ? 'Struk' : 'Label pengiriman'} ${sale.number}`
  return (
    <PreviewSheet>
      <DocumentDrawing {...props} label={label} />
    </PreviewSheet>
  )
}
