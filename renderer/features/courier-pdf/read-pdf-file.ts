import { LARGEST_PDF_BYTES } from '../../../shared/domain/print-trouble.ts'
import type { Bridge } from '../../../shared/ipc/bridge.ts'
import type { ActionableError, AnswerOf } from '../../../shared/ipc/contract.ts'
import { toBase64 } from '../../ui/to-base64.ts'

type Preview = Extract<AnswerOf<'printing.previewPdf'>, { ok: true }>['value']

/** What became of a chosen file. */
export type ReadPdf =
  | { readonly type: 'read'; readonly fileName: string; readonly pdfBase64: string; readonly preview: Preview }
  | { readonly type: 'too-large' }
  | { readonly type: 'refused'; readonly error: ActionableError }

/** Reads a PDF file and has its pages drawn small. */
export const readPdfFile = async (bridge: Pick<Bridge, 'previewPdf'>, file: File): Promise<ReadPdf> => {
  if (file.size > LARGEST_PDF_BYTES) return { type: 'too-large' }
  const pdfBase64 = toBase64(new Uint8Array(await file.arrayBuffer()))
  const previewed = await bridge.previewPdf({ pdfBase64 })
  return previewed.ok
    ? { type: 'read', fileName: file.name, pdfBase64, preview: previewed.value }
    : { type: 'refused', error: previewed.error }
}
