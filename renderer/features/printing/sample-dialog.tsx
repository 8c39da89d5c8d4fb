import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../../shared/documents/sample-documents.ts'
import { sampleShiftReport } from '../../../shared/documents/sample-shift-report.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { ShiftReportPreview } from './shift-report-preview.tsx'

const SAMPLES = ['sale', 'return', 'exchange', 'z'] as const
type Sample = (typeof SAMPLES)[number]

const SALES = { sale: sampleTaxedSale, return: sampleReturn, exchange: sampleExchange } as const

const SampleSheet = ({ sample, paperWidthMm }: { readonly sample: Sample; readonly paperWidthMm: 58 | 80 }) =>
  sample === 'z' ? (
    <ShiftReportPreview report={sampleShiftReport()} paperWidthMm={paperWidthMm} />
  ) : (
    <DocumentPreview sale={SALES[sample]()} document="receipt" paperWidthMm={paperWidthMm} />
  )

/** A button that shows samples of what the receipt printer prints, on the chosen paper. */
export const SampleDialog = ({ paperWidthMm }: { readonly paperWidthMm: 58 | 80 }) => {
  const { t } = useTranslation('printing')
  const [isOpen, setIsOpen] = useState(false)
  const [sample, setSample] = useState<Sample>('sale')
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('samples')}</Button>
      {isOpen ? (
        <Dialog isOpen title={t('samplesTitle')} closeLabel={t('close')} onClose={() => setIsOpen(false)}>
          <div className="flex flex-col gap-4">
            <SegmentedControl
              label={t('samplesTitle')}
              value={sample}
              segments={SAMPLES.map((value) => ({ value, label: t(`sample.${value}`) }))}
              onChange={setSample}
            />
            <div className={`mx-auto w-full ${paperWidthMm === 58 ? 'max-w-[240px]' : 'max-w-[360px]'}`}>
              <SampleSheet sample={sample} paperWidthMm={paperWidthMm} />
            </div>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
