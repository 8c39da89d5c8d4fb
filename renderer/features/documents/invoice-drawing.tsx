import { useMemo, type ReactElement } from 'react'
import type { DocumentDesigns } from '../../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../../shared/documents/document-measure.ts'
import { layoutInvoice } from '../../../shared/documents/invoice-layout.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { LayoutSvg } from '../printing/layout-svg.tsx'
import { previewSymbols } from '../printing/preview-symbols.ts'

const measure = createDocumentMeasure(previewSymbols)

/** A printer of A4 sheets draws finer; on the screen this is as fine as it gets. */
const DOTS_PER_MM = 300 / 25.4

/** The pages of an A4 invoice, one under the other. */
export const InvoiceDrawing = ({
  sale,
  designs,
  label,
}: {
  readonly sale: Sale
  readonly designs: DocumentDesigns
  readonly label: string
}): ReactElement => {
  const pages = useMemo(() => layoutInvoice(sale, designs, measure), [sale, designs])
  const labels = pages.map((_page, index) => (pages.length === 1 ? label : `${label} ${String(index + 1)}`))
  return (
    <>
      {labels.map((pageLabel, index) => {
        const layout = pages[index]
        return layout === undefined ? null : (
          <LayoutSvg key={pageLabel} layout={layout} label={pageLabel} dotsPerMm={DOTS_PER_MM} />
        )
      })}
    </>
  )
}
