import { join } from 'node:path'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import { printTroubleWords, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { SaveDocumentPdfRequest } from '../../shared/ipc/document-pdf.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { exportFailure } from './export-sales.ts'

/** A name that every file system takes. */
const fileNameFor = (name: string): string => {
  const safe = name
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '-')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
  return `${safe === '' ? 'konter' : safe}.pdf`
}

const refusal = ({ code, detail }: PrintTrouble): ActionableError => {
  const { id, en } = printTroubleWords({ code })
  return { code, message: { id, en }, detail: detail === '' ? null : detail }
}

/** Draws documents, asks where to save (`askPath` answers null when the user cancelled) and writes them there as PDF. */
export const saveDocumentPdf = async (
  deps: {
    readonly folder: string
    readonly askPath: (proposedPath: string) => Promise<string | null>
    /** Where the fonts of assets/fonts are. */
    readonly fontFolder: string
    readonly now: () => number
  },
  { name, what, designs }: SaveDocumentPdfRequest,
): Promise<Result<{ path: string | null }, ActionableError>> => {
  try {
    const { documentPdfSheets } = await import('./document-pdf-sheets.ts')
    const { bwipSymbols } = await import('../printing/bwip-symbols.ts')
    const sheets = documentPdfSheets(what, designs, createDocumentMeasure(bwipSymbols))
    if (!sheets.ok) return failure(refusal(sheets.error))
    const path = await deps.askPath(join(deps.folder, fileNameFor(name)))
    if (path === null) return success({ path: null })
    const { layoutsToPdf } = await import('./layouts-to-pdf.ts')
    const facts = { title: name, madeAtMs: deps.now(), fontFolder: deps.fontFolder }
    await writeFileAtomically(path, await layoutsToPdf(sheets.value, facts))
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
