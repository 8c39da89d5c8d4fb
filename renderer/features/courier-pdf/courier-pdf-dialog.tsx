import { Printer as PrinterIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PdfPlacement } from '../../../shared/domain/print-job.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { useLabelPrinterChoice } from '../printing/use-label-printer-choice.ts'
import { PdfPages } from './pdf-pages.tsx'
import { bestTurn, toPdfPrints } from './pdf-prints.ts'
import { PdfSource } from './pdf-source.tsx'
import { readPdfFile, type ReadPdf } from './read-pdf-file.ts'

const TURNS = [0, 90, 180, 270] as const
type TurnName = '0' | '90' | '180' | '270'
const TURN_NAMES: readonly TurnName[] = ['0', '90', '180', '270']

type OpenFile = Extract<ReadPdf, { type: 'read' }>

/** Prints pages of a PDF from elsewhere, such as a courier's label, on a label printer. */
export const CourierPdfDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation('courierPdf')
  const till = useTill()
  const bridge = useBridge()
  const say = useBilingual()
  const [file, setFile] = useState<OpenFile | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [turn, setTurn] = useState<PdfPlacement['turnDegrees'] | null>(null)
  const [fits, setFits] = useState<PdfPlacement['fits']>('content')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const { printers, printer, printerId, choose } = useLabelPrinterChoice('pdf')
  const firstPage = file?.preview.pages[(chosen.values().next().value ?? 1) - 1]
  const suggested = firstPage === undefined ? 0 : bestTurn(firstPage, printer?.media)
  const turnDegrees = turn ?? suggested

  const open = async (picked: File) => {
    setIsBusy(true)
    setProblem(null)
    // What stands here must be what was chosen last, also when that cannot be read.
    setFile(null)
    setChosen(new Set())
    try {
      const read = await readPdfFile(bridge, picked)
      if (read.type === 'too-large') setProblem(t('tooLarge'))
      else if (read.type === 'refused') {
        setProblem(say(read.error.message))
        logError('courier-pdf', `${read.error.code}: ${read.error.detail ?? ''}`)
      } else {
        setFile(read)
        setTurn(null)
        setChosen(new Set(read.preview.pages.map((_page, index) => index + 1)))
      }
    } catch (error) {
      setProblem(t('unreadable'))
      logError('courier-pdf', error)
    } finally {
      setIsBusy(false)
    }
  }
  const print = async () => {
    if (file === null) return
    setIsBusy(true)
    try {
      const { fileName, pdfBase64 } = file
      await till.printLoose(toPdfPrints({ fileName, pdfBase64 }, [...chosen], { turnDegrees, fits }, printerId))
      showToast('good', t('queued', { count: chosen.size }))
      onClose()
    } catch (error) {
      setProblem(t('notQueued'))
      logError('courier-pdf', error)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={t('title')}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          <Button
            look="primary"
            icon={<PrinterIcon size={18} aria-hidden />}
            isPending={isBusy && file !== null}
            isDisabled={file === null || chosen.size === 0 || printer === undefined}
            onPress={() => void print()}
          >
            {t('print', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <PdfSource isBusy={isBusy} onFile={(picked) => void open(picked)} />
        {problem === null ? null : <Notice tone="bad" title={problem} />}
        {printer === undefined ? <Notice tone="warn" title={t('noPrinter')} /> : null}
        {file === null ? null : (
          <>
            <p className="font-medium wrap-anywhere">{file.fileName}</p>
            {file.preview.pageCount > file.preview.pages.length ? (
              <Notice
                tone="warn"
                title={t('onlyFirst', { shown: file.preview.pages.length, all: file.preview.pageCount })}
              />
            ) : null}
            <div className="grid grid-cols-3 items-start gap-4">
              {printer === undefined ? null : (
                <Select
                  label={t('printer')}
                  value={printer.id}
                  choices={printers.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={choose}
                />
              )}
              <Select
                label={t('turn')}
                value={TURN_NAMES[TURNS.indexOf(turnDegrees)] ?? '0'}
                choices={TURN_NAMES.map((value) => ({ value, label: t(`turnName.${value}`) }))}
                onChange={(value) => setTurn(TURNS[TURN_NAMES.indexOf(value)] ?? 0)}
              />
              <div className="flex flex-col gap-1">
                <span aria-hidden className="text-sm font-medium text-muted">
                  {t('fits')}
                </span>
                <SegmentedControl
                  label={t('fits')}
                  value={fits}
                  segments={(['content', 'page'] as const).map((value) => ({ value, label: t(`fitsName.${value}`) }))}
                  onChange={setFits}
                />
              </div>
            </div>
            <PdfPages pages={file.preview.pages} chosen={chosen} onChange={setChosen} />
          </>
        )}
      </div>
    </Dialog>
  )
}
