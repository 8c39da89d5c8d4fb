import { lazy, type ReactElement } from 'react'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import { PreviewSheet } from './preview-sheet.tsx'

export type ShiftReportPreviewProps = {
  readonly report: ShiftReport
  /** 80 when left out. */
  readonly paperWidthMm?: 58 | 80
  readonly isCopy?: boolean
  /** What a screen reader says; when left out, the report and its register in Indonesian, the documents' language. */
  readonly label?: string
}

const ShiftReportDrawing = lazy(async () => ({ default: (await import('./document-drawing.tsx')).ShiftReportDrawing }))

/** An X or Z report as the receipt printer prints it. As wide as its container; the height follows. */
export const ShiftReportPreview = (props: ShiftReportPreviewProps): ReactElement => {
  const { report } = props
  const label = props.label ?? `Laporan ${report.kind.toUpperCase()} ${report.shift.register}`
  return (
    <PreviewSheet>
      <ShiftReportDrawing {...props} label={label} />
    </PreviewSheet>
  )
}
