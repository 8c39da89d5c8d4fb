import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_DESIGNS } from '../../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../../shared/documents/document-measure.ts'
import { layoutDocument } from '../../../shared/documents/layout-document.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { dotsPerMmOf } from '../../../shared/domain/printer.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { useSettings } from '../../storage/hooks.ts'
import { Notice } from '../../ui/notice.tsx'
import type { DocumentPreviewProps } from './document-preview.tsx'
import { LayoutSvg } from './layout-svg.tsx'
import { previewPrinter } from './preview-printer.ts'
import { previewSymbols } from './preview-symbols.ts'
import { TroubleDetail } from './trouble-detail.tsx'

const measure = createDocumentMeasure(previewSymbols)

/** The drawing itself; apart from the component that people use, so that the barcode library loads with the first preview only. */
export const DocumentDrawing = (props: DocumentPreviewProps): ReactElement | null => {
  const { content, document, isCopy = false, label } = props
  const { t } = useTranslation('printing')
  const say = useBilingual()
  const stored = useSettings()
  const printers = usePrinterSettings(({ settings }) => settings)
  const designs = props.designs ?? stored?.designs ?? DEFAULT_DESIGNS
  const printer = useMemo(
    () => props.printer ?? previewPrinter(printers, document),
    [props.printer, printers, document],
  )
  const pages = useMemo(
    () => layoutDocument({ content, document, isCopy, printer, designs }, measure),
    [content, document, isCopy, printer, designs],
  )
  if (!pages.ok) {
    return (
      <Notice tone="warn" title={t('notDrawable')}>
        {say(printTroubleWords(pages.error))} <TroubleDetail trouble={pages.error} />
      </Notice>
    )
  }
  const [first] = pages.value
  return first === undefined ? null : <LayoutSvg layout={first.layout} label={label} dotsPerMm={dotsPerMmOf(printer)} />
}
