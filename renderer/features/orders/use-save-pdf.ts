import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_DESIGNS } from '../../../shared/documents/document-design.ts'
import type { DocumentPdf } from '../../../shared/ipc/document-pdf.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { useSettings } from '../../storage/hooks.ts'
import { showToast } from '../../ui/toast-store.ts'

/** Saves documents as PDF where the user says, and shows where they are; true while it is under way. */
export const useSavePdf = (): {
  readonly isSaving: boolean
  readonly savePdf: (name: string, what: DocumentPdf) => Promise<void>
} => {
  const { t } = useTranslation('orders')
  const bridge = useBridge()
  const say = useBilingual()
  const settings = useSettings()
  const [isSaving, setIsSaving] = useState(false)
  const savePdf = async (name: string, what: DocumentPdf) => {
    setIsSaving(true)
    try {
      const saved = await bridge.saveDocumentPdf({ name, what, designs: settings?.designs ?? DEFAULT_DESIGNS })
      if (!saved.ok) showToast('bad', `${say(saved.error.message)} ${saved.error.detail ?? ''}`.trim())
      else if (saved.value.path !== null) showToast('good', t('pdfSaved', { path: saved.value.path }))
    } catch (error) {
      showToast('bad', t('pdfFailed'))
      logError('pdf', error)
    } finally {
      setIsSaving(false)
    }
  }
  return { isSaving, savePdf }
}
