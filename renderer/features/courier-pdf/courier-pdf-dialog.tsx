import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PdfPlacement } from '../../../shared/domain/print-job.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { FileDropZone } from '../../ui/file-drop-zone.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { Select } from '../../ui/select.tsx'
import { PrintDialog } from '../printing/print-dialog.tsx'
import { useLabelPrinterChoice } from '../printing/use-label-printer-choice.ts'
import { choosablePages, MOST_CHOSEN_PAGES } from './page-ranges.ts'
import { PageRangeField } from './page-range-field.tsx'
import { PdfPages } from './pdf-pages.tsx'
import { bestTurn, toPdfPrints } from './pdf-prints.ts'
import { readPdfFile, type ReadPdf } from './read-pdf-file.ts'

const TURNS = [0, 90, 180, 270] as const
type TurnName = '0' | '90' | '180' | '270'
const TURN_NAMES: readonly TurnName[] = ['0', '90', '180', '270']

type OpenFile = Extract<ReadPdf, { type: 'read' }>

/** Prints pages of a PDF from elsewhere, such as a courier's label. */
export const CourierPdfDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['courierPdf', 'printers'])
  const till = useTill()
  const bridge = useBridge()
  const say = useBilingual()
  const [file, setFile] = useState<OpenFile | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [turn, setTurn] = useState<PdfPlacement['turnDegrees'] | null>(null)
  const [fits, setFits] = useState<PdfPlacement['fits']>('content')
  const [isReading, setIsReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const { printers, printer, printerId, choose } = useLabelPrinterChoice('pdf')
  const numbers = choosablePages(file?.preview.pageCount ?? 0)
  const pictures = file?.preview.pages ?? []
  // Pages that are not drawn are taken to lie like the first one.
  const firstPage = pictures.find((_page, index) => chosen.has(index + 1)) ?? pictures[0]
  const suggested = firstPage === undefined ? 0 : bestTurn(firstPage, printer?.media)
  const turnDegrees = turn ?? suggested

  const open = async (picked: File) => {
    setIsReading(true)
    setProblem(null)
    // What stands here must be what was chosen last, also when that cannot be read.
    setFile(null)
    setChosen(new Set())
    try {
      const read = await readPdfFile(bridge, picked)
      if (read.type === 'too-large') setProblem(say(printTroubleWords({ code: 'pdf-too-large' })))
      else if (read.type === 'refused') {
        setProblem(say(read.error.message))
        logError('courier-pdf', `${read.error.code}: ${read.error.detail ?? ''}`)
      } else {
        setFile(read)
        setTurn(null)
        setChosen(new Set(choosablePages(read.preview.pageCount)))
      }
    } catch (error) {
      setProblem(t('unreadable'))
      logError('courier-pdf', error)
    } finally {
      setIsReading(false)
    }
  }
  const print = async () => {
    if (file === null) return null
    const { fileName, pdfBase64 } = file
    await till.printLoose(toPdfPrints({ fileName, pdfBase64 }, [...chosen], { turnDegrees, fits }, printerId))
    return t('queued', { count: chosen.size })
  }
  return (
    <PrintDialog
      size="large"
      title={t('title')}
      closeLabel={t('close')}
      printWords={t('print', { count: chosen.size })}
      failedWords={t('notQueued')}
      canPrint={file !== null && chosen.size > 0 && printer !== undefined}
      onPrint={print}
      onClose={onClose}
    >
      <FileDropZone
        label={t('choose')}
        hint={t('hint')}
        dropHint={t('dropNow')}
        busyHint={t('reading')}
        buttonWords={t('choose')}
        fileLabel={t('file')}
        accept="application/pdf,.pdf"
        isBusy={isReading}
        onFile={(picked) => void open(picked)}
      />
      {problem === null ? null : <Notice tone="bad" title={problem} />}
      {printer === undefined ? <Notice tone="warn" title={t('noPrinter')} /> : null}
      {file === null ? null : (
        <>
          <p className="font-medium wrap-anywhere">{file.fileName}</p>
          {file.preview.pageCount > MOST_CHOSEN_PAGES ? (
            <Notice tone="warn" title={t('onlyFirst', { most: MOST_CHOSEN_PAGES, all: file.preview.pageCount })} />
          ) : null}
          <div className="grid grid-cols-3 items-start gap-4">
            {printer === undefined ? null : (
              <Select
                label={t('printer')}
                value={printer.id}
                choices={printers.map(({ id, name, media }) => ({
                  value: id,
                  label:
                    media.type === 'roll'
                      ? `${name} · ${t('printers:paper.roll', { width: media.paperWidthMm })}`
                      : name,
                }))}
                onChange={choose}
              />
            )}
            <Select
              label={t('turn')}
              value={TURN_NAMES[TURNS.indexOf(turnDegrees)] ?? '0'}
              choices={TURN_NAMES.map((value) => ({ value, label: t(`turnName.${value}`) }))}
              onChange={(value) => setTurn(TURNS[TURN_NAMES.indexOf(value)] ?? 0)}
            />
            <SegmentedField
              label={t('fits')}
              value={fits}
              segments={(['content', 'page'] as const).map((value) => ({ value, label: t(`fitsName.${value}`) }))}
              onChange={setFits}
            />
          </div>
          {numbers.length > 1 ? <PageRangeField numbers={numbers} chosen={chosen} onChange={setChosen} /> : null}
          <PdfPages numbers={numbers} pictures={pictures} chosen={chosen} onChange={setChosen} />
        </>
      )}
    </PrintDialog>
  )
}
