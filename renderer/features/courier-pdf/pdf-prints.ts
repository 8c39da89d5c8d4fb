import type { PdfPlacement } from '../../../shared/domain/print-job.ts'
import type { PrinterMedia } from '../../../shared/domain/printer.ts'
import type { LoosePrint } from '../../storage/print-job-store.ts'

/** The turn that lets a page fill a label best: a lying page stands up on a standing label. */
export const bestTurn = (
  page: { readonly widthMm: number; readonly heightMm: number },
  media: PrinterMedia | undefined,
): PdfPlacement['turnDegrees'] => {
  const isLyingLabel = media?.type === 'labels' && media.widthMm > media.heightMm
  return page.widthMm > page.heightMm === isLyingLabel ? 0 : 90
}

/** One print job a chosen page, in the order of the file. */
export const toPdfPrints = (
  file: { readonly fileName: string; readonly pdfBase64: string },
  pageNumbers: readonly number[],
  placement: PdfPlacement,
  printerId: string | null,
): readonly LoosePrint[] =>
  pageNumbers
    .toSorted((left, right) => left - right)
    .map((pageNumber) => ({ document: 'pdf', subject: { type: 'pdf', ...file, pageNumber, placement }, printerId }))
