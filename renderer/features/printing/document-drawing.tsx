import { useMemo, type ReactElement } from 'react'
import { createDocumentMeasure } from '../../../shared/documents/document-measure.ts'
import { layoutShippingLabel } from '../../../shared/documents/label-layout.ts'
import { layoutReceipt } from '../../../shared/documents/receipt-layout.ts'
import { layoutShiftReport } from '../../../shared/documents/shift-report-layout.ts'
import type { DocumentPreviewProps } from './document-preview.tsx'
import { LayoutSvg } from './layout-svg.tsx'
import { previewSymbols } from './preview-symbols.ts'
import type { ShiftReportPreviewProps } from './shift-report-preview.tsx'

const measure = createDocumentMeasure(previewSymbols)

/** The drawing itself; apart from the component that people use, so that the barcode library loads with the first preview only. */
export const DocumentDrawing = (props: DocumentPreviewProps & { readonly label: string }): ReactElement => {
  const { sale, document, paperWidthMm = 80, isCopy = false, qrisPayload = null, label } = props
  const layout = useMemo(
    () =>
      document === 'receipt'
        ? layoutReceipt(sale, { paperWidthMm, isCopy, qrisPayload }, measure)
        : layoutShippingLabel(sale, { isCopy }, measure),
    [sale, document, paperWidthMm, isCopy, qrisPayload],
  )
  return <LayoutSvg layout={layout} label={label} />
}

/** The drawing of a shift report. */
export const ShiftReportDrawing = (props: ShiftReportPreviewProps & { readonly label: string }): ReactElement => {
  const { report, paperWidthMm = 80, isCopy = false, label } = props
  const layout = useMemo(
    () => layoutShiftReport(report, { paperWidthMm, isCopy }, measure),
    [report, paperWidthMm, isCopy],
  )
  return <LayoutSvg layout={layout} label={label} />
}
