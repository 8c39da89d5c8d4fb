import { join } from 'node:path'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { SaveDocumentPdfRequest } from '../../shared/ipc/document-pdf.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import { exportFailure } from './export-sales.ts'
import { pdfRefusal, type MakePdf } from './pdf-order.ts'

/** A name that every file system takes. */
const fileNameFor = (name: string): string => {
  const safe = name
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '-')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
  return `${safe === '' ? 'konter' : safe}.pdf`
}

/** Makes a PDF of documents, asks where to save it (`askPath` answers null when the user cancelled) and writes it there. */
export const saveDocumentPdf = async (
  deps: {
    readonly folder: string
    readonly askPath: (proposedPath: string) => Promise<string | null>
    /** Makes the file away from the main process's loop: a sale meanwhile is not to wait for it. */
    readonly makePdf: MakePdf
    readonly now: () => number
  },
  { name, what, designs }: SaveDocumentPdfRequest,
): Promise<Result<{ path: string | null }, ActionableError>> => {
  try {
    const made = await deps.makePdf({ kind: 'documents', what, designs, title: name, madeAtMs: deps.now() })
    if (!made.ok) return failure(pdfRefusal(made.error))
    const path = await deps.askPath(join(deps.folder, fileNameFor(name)))
    if (path === null) return success({ path: null })
    await writeFileAtomically(path, made.value)
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
