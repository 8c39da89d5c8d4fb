import { makePdf } from '../reports/make-pdf.ts'
import { previewPdf } from './pdf-preview.ts'
import { renderDocument } from './render-document.ts'
import { errorWords } from './transport.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'

/** Carries out one task of the print worker. Never rejects. */
export const workTask = async (id: number, task: WorkerTask, fontDirectory: string): Promise<WorkerAnswer> => {
  try {
    if (task.type === 'preview') {
      const previewed = await previewPdf(task.pdf)
      return previewed.ok
        ? { id, type: 'previewed', ...previewed.value }
        : { id, type: 'refused', trouble: previewed.error }
    }
    const drawn =
      task.type === 'make-pdf'
        ? await makePdf(task.order, fontDirectory)
        : await renderDocument(task.request, fontDirectory)
    // Copied into memory of its own, so that it can be handed over instead of cloned.
    return drawn.ok
      ? { id, type: 'drawn', bytes: Uint8Array.from(drawn.value) }
      : { id, type: 'refused', trouble: drawn.error }
  } catch (error) {
    return { id, type: 'broken', message: errorWords(error) }
  }
}
