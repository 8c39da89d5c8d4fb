import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings } from '../../../shared/domain/printer.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { showToast } from '../../ui/toast-store.ts'
import { readPrinterFile } from './printer-import.ts'

/** Saves all printers to a file, and reads such a file to be looked at first. */
export const usePrinterFiles = (): {
  /** What a file would bring; null while none was read. */
  readonly incoming: PrinterSettings | null
  readonly exportAll: () => Promise<void>
  readonly read: (file: File) => Promise<void>
  readonly forget: () => void
} => {
  const { t } = useTranslation('printers')
  const say = useBilingual()
  const bridge = useBridge()
  const [incoming, setIncoming] = useState<PrinterSettings | null>(null)
  return {
    incoming,
    forget: () => setIncoming(null),
    exportAll: async () => {
      try {
        const answer = await bridge.exportPrinterSettings({})
        if (!answer.ok) showToast('bad', say(answer.error.message))
        else if (answer.value.path !== null) showToast('good', t('list.exported', { path: answer.value.path }))
      } catch (error) {
        showToast('bad', t('list.exportFailed'))
        logError('printing', error)
      }
    },
    read: async (file) => {
      try {
        const settings = readPrinterFile(await file.text())
        if (settings === null) showToast('bad', t('import.unreadable'))
        else setIncoming(settings)
      } catch (error) {
        showToast('bad', t('import.unreadable'))
        logError('printing', error)
      }
    },
  }
}
