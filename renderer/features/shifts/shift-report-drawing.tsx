import { useMemo, type ReactElement } from 'react'
import { createDocumentMeasure } from '../../../shared/documents/document-measure.ts'
import { layoutShiftReport } from '../../../shared/documents/shift-report-layout.ts'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import { LayoutSvg } from '../printing/layout-svg.tsx'
import { previewSymbols } from '../printing/preview-symbols.ts'

const measure = createDocumentMeasure(previewSymbols)

/** A shift report as it prints on 80 mm paper; apart from the dialog, so that what draws it loads with the first one only. */
export const ShiftReportDrawing = ({
  report,
  label,
}: {
  readonly report: ShiftReport
  readonly label: string
}): ReactElement => {
  const layout = useMemo(() => layoutShiftReport(report, { paperWidthMm: 80, isCopy: false }, measure), [report])
  return <LayoutSvg layout={layout} label={label} />
}
