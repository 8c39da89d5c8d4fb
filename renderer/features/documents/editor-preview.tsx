import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesignedDocument, DocumentDesigns } from '../../../shared/documents/document-design.ts'
import { Select } from '../../ui/select.tsx'
import { DocumentPreview } from '../printing/document-preview.tsx'
import { PreviewSheet } from '../printing/preview-sheet.tsx'
import { papersOf, printerWith } from './preview-papers.ts'
import { sampleContent, type SampleName, samplePrinterName, sampleSaleOf, samplesOf } from './sample-content.ts'

const InvoiceDrawing = lazy(async () => ({ default: (await import('./invoice-drawing.tsx')).InvoiceDrawing }))

const SHEET_WIDTHS: Readonly<Record<DesignedDocument, string>> = {
  receipt: 'max-w-[360px]',
  'pick-list': 'max-w-[360px]',
  'shift-report': 'max-w-[360px]',
  label: 'max-w-[480px]',
  'product-label': 'max-w-[400px]',
  'shelf-tag': 'max-w-[440px]',
  'test-page': 'max-w-[400px]',
  invoice: 'max-w-[640px]',
}

/** A printer with the paper of this id; null where there is none to choose. */
const printerOn = (document: DesignedDocument, paperId: string | undefined, sample: SampleName) => {
  const paper = papersOf(document).find(({ id }) => id === paperId)
  return paper === undefined ? null : printerWith(paper, samplePrinterName(sample))
}

/** A document as the draft of its design prints it, on a chosen paper, with a chosen sample. */
export const EditorPreview = ({
  document,
  designs,
}: {
  readonly document: DesignedDocument
  readonly designs: DocumentDesigns
}) => {
  const { t } = useTranslation('documents')
  const samples = samplesOf(document)
  const papers = papersOf(document)
  const [wantedSample, setWantedSample] = useState<SampleName>('short')
  const [wantedPaper, setWantedPaper] = useState('')
  const sample = samples.find((each) => each === wantedSample) ?? samples[0] ?? 'short'
  const paperId = papers.find(({ id }) => id === wantedPaper)?.id ?? papers[0]?.id
  const content = sampleContent(document, sample)
  const printer = printerOn(document, paperId, sample)
  const label = t('preview', { document: t(`name.${document}`) })
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('sample')}
          value={sample}
          choices={samples.map((value) => ({ value, label: t(`sampleName.${value}`) }))}
          onChange={setWantedSample}
        />
        {paperId === undefined ? null : (
          <Select
            label={t('paper')}
            value={paperId}
            choices={papers.map(({ id }) => ({ value: id, label: id }))}
            onChange={setWantedPaper}
          />
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto rounded-control bg-sunken p-4">
        <div className={`mx-auto w-full ${SHEET_WIDTHS[document]}`}>
          {printer === null || document === 'invoice' ? (
            <PreviewSheet>
              <InvoiceDrawing sale={sampleSaleOf(sample)} designs={designs} label={label} />
            </PreviewSheet>
          ) : (
            <DocumentPreview content={content} document={document} printer={printer} designs={designs} label={label} />
          )}
        </div>
      </div>
    </div>
  )
}
