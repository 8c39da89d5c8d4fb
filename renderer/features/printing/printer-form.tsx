import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Printer } from '../../../shared/domain/printer.ts'
import { useIsPracticeMode } from '../../app/app-status.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { draftPrinter, type PrinterDraft, readPrinterDraft } from './printer-draft.ts'
import { PrinterFields } from './printer-fields.tsx'
import type { SavePrinter } from './use-save-printers.ts'

/** The dialog in which a printer is set up; it closes when the printer is stored. */
export const PrinterForm = ({
  printer,
  title,
  saveWords,
  back,
  onSave,
  onClose,
}: {
  /** What the form begins with. */
  readonly printer: Printer
  readonly title: string
  readonly saveWords: string
  /** A button beside those that cancel and save. */
  readonly back?: ReactNode
  readonly onSave: SavePrinter
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printers')
  const allowsPractice = useIsPracticeMode()
  const others = usePrinterSettings((state) => state.settings)?.printers ?? []
  const [draft, setDraft] = useState<PrinterDraft>(() => draftPrinter(printer))
  const [wasTried, setWasTried] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const read = readPrinterDraft(draft, printer, others)
  const save = async () => {
    setWasTried(true)
    if (read.printer === null || isPending) return
    setIsPending(true)
    const isSaved = await onSave(read.printer)
    setIsPending(false)
    if (isSaved) onClose()
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={title}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          {back}
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isPending={isPending} onPress={() => void save()}>
            {saveWords}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <PrinterFields
          draft={draft}
          problems={wasTried ? read.problems : []}
          allowsPractice={allowsPractice}
          onChange={setDraft}
        />
        {/* Enter in a field saves. */}
        <button type="submit" tabIndex={-1} className="sr-only" aria-hidden>
          {saveWords}
        </button>
      </form>
    </Dialog>
  )
}
