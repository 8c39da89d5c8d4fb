import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings } from '../../../shared/ipc/printer-settings.ts'
import { useAppStatus } from '../../app/app-status.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { LabelPrinterFields, ReceiptPrinterFields } from './printer-fieldsets.tsx'
import { draftPrinters, type PrinterDraft, readPrinterDraft } from './printer-form.ts'

/** Both printers' settings; stored only when every field is right. */
export const PrinterSettingsForm = () => {
  const { t } = useTranslation('printing')
  const language = useLanguage()
  const bridge = useBridge()
  const printers = useAppStatus(({ status }) => status?.printers)
  const [stored, setStored] = useState<PrinterSettings | null>(null)
  const [draft, setDraft] = useState<PrinterDraft | null>(null)
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const read = async () => {
      try {
        const settings = await bridge.getPrinterSettings({})
        setStored(settings)
        setDraft(draftPrinters(settings))
      } catch (error) {
        setFailure(t('settingsFailed'))
        logError('printing', error)
      }
    }
    void read()
  }, [bridge, t])
  if (stored === null || draft === null) return failure === null ? null : <Notice tone="bad" title={failure} />

  const { settings, problems } = readPrinterDraft(draft)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftPrinters(stored))
  const statusOf = (document: 'receipt' | 'label') => printers?.find((printer) => printer.document === document)
  const save = async (next: PrinterSettings) => {
    setIsPending(true)
    setFailure(null)
    try {
      const answer = await bridge.setPrinterSettings({ settings: next })
      if (answer.ok) {
        setStored(next)
        setDraft(draftPrinters(next))
        showToast('good', t('saved'))
      } else setFailure(answer.error.message[language])
    } finally {
      setIsPending(false)
    }
  }
  return (
    <form
      aria-label={t('settings')}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (settings !== null && !isPending) void save(settings)
      }}
    >
      <ReceiptPrinterFields draft={draft} problems={problems} status={statusOf('receipt')} onChange={setDraft} />
      <LabelPrinterFields draft={draft} problems={problems} status={statusOf('label')} onChange={setDraft} />
      {failure === null ? null : <Notice tone="bad" title={failure} />}
      <div className="sticky bottom-0 flex justify-end gap-3 bg-canvas pt-1 pb-0.5">
        <Button isDisabled={!isChanged} onPress={() => setDraft(draftPrinters(stored))}>
          {t('revert')}
        </Button>
        <Button type="submit" look="primary" isPending={isPending} isDisabled={!isChanged || settings === null}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
