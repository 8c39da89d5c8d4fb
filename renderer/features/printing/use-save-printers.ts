import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { logError } from '../../app/log.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { useBridge } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { showToast } from '../../ui/toast-store.ts'

/** Stores a printer; false when that failed. */
export type SavePrinter = (printer: Printer) => Promise<boolean>

/** Stores the printers as `change` makes them of what is stored now. False, said on the screen, when it failed. */
export const useSavePrinters = (): ((change: (now: PrinterSettings) => PrinterSettings) => Promise<boolean>) => {
  const { t } = useTranslation('printers')
  const say = useBilingual()
  const bridge = useBridge()
  return useCallback(
    async (change) => {
      const { settings: now, take } = usePrinterSettings.getState()
      if (now === null) return false
      const settings = change(now)
      try {
        const answer = await bridge.setPrinterSettings({ settings })
        if (!answer.ok) {
          showToast('bad', say(answer.error.message))
          return false
        }
        take(settings)
        showToast('good', t('list.saved'))
        return true
      } catch (error) {
        showToast('bad', t('list.saveFailed'))
        logError('printing', error)
        return false
      }
    },
    [bridge, say, t],
  )
}
