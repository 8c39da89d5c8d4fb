import { join } from 'node:path'
import type { DocumentLanguage } from '../../shared/documents/document-words.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { exportFailure } from './export-sales.ts'
import { pdfRefusal, type MakePdf } from './pdf-order.ts'

const fileNameFor = ({ kind, shift, madeAtMs }: ShiftReport): string =>
  `konter-${shift.register}-laporan-${kind}-${formatLocalDay(madeAtMs, shift.utcOffsetMinutes)}.pdf`

/** Asks where to save (`askPath` answers null when the user cancelled) and writes the report there as PDF. */
export const saveShiftReport = async (
  deps: {
    readonly folder: string
    readonly askPath: (proposedPath: string) => Promise<string | null>
    /** Makes the file away from the main process's loop: a sale meanwhile is not to wait for it. */
    readonly makePdf: MakePdf
    readonly language: DocumentLanguage
  },
  report: ShiftReport,
): Promise<Result<{ path: string | null }, ActionableError>> => {
  try {
    const path = await deps.askPath(join(deps.folder, fileNameFor(report)))
    if (path === null) return success({ path: null })
    const made = await deps.makePdf({ kind: 'shift-report', report, language: deps.language })
    if (!made.ok) return failure(pdfRefusal(made.error))
    await writeFileAtomically(path, made.value)
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
