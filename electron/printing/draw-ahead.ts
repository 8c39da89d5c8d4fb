import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import type { RenderDocument, RenderRequest } from './render-document.ts'

/** What the drawing of a claimed job depends on. */
export const renderRequestOf = ({ content, job, designs }: ClaimedPrintJob, printer: Printer): RenderRequest => ({
  content,
  document: job.document,
  isCopy: job.isCopy,
  printer,
  designs,
})

/** Drawings begun ahead that nobody came for are dropped beyond this many: a sale has at most three documents. */
const KEPT = 3

/**
 * Draws documents before they are asked for, while the sale is still being written. What is asked for is drawn ahead only if
 * it is the very same in everything; all else, and what could not be drawn ahead, is drawn when it is asked for.
 */
export const drawingAhead = (
  render: RenderDocument,
): { readonly render: RenderDocument; readonly drawAhead: (request: RenderRequest) => void } => {
  const begun = new Map<string, ReturnType<RenderDocument>>()
  return {
    render: async (request) => {
      if (begun.size === 0) return render(request)
      const key = JSON.stringify(request)
      const drawing = begun.get(key)
      begun.delete(key)
      const drawn = await drawing?.catch(() => undefined)
      return drawn ?? render(request)
    },
    drawAhead: (request) => {
      const drawing = render(request)
      // It is asked for again when the document is, and what is wrong is told then.
      drawing.catch(() => undefined)
      begun.set(JSON.stringify(request), drawing)
      const [oldest] = begun.keys()
      if (begun.size > KEPT && oldest !== undefined) begun.delete(oldest)
    },
  }
}
