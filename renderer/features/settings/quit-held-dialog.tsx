import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useWaitingSummary } from '../../storage/hooks.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'

/** Appears when the window was closed while sales wait: says why it stays open and offers the export. */
export const QuitHeldDialog = () => {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const till = useTill()
  const bridge = useBridge()
  const summary = useWaitingSummary()
  const [heldSales, setHeldSales] = useState<number | null>(null)
  const [isPending, setIsPending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [path, setPath] = useState<string | null>(null)
  useEffect(() => bridge.onQuitHeld((event) => setHeldSales(event.waitingSales)), [bridge])
  if (heldSales === null) return null
  const stay = () => {
    setHeldSales(null)
    setFailure(null)
  }
  const exportAndQuit = async () => {
    setIsPending(true)
    setFailure(null)
    try {
      const sales = await till.readUnsentSales()
      const answer = await bridge.exportAndQuit({ sales: [...sales] })
      if (answer.ok) setPath(answer.value.path)
      else setFailure(answer.error.message[language])
    } catch (error) {
      setFailure(t('quit.failed'))
      logError('quit', error)
    } finally {
      setIsPending(false)
    }
  }
  const oldestMs = summary?.oldestPaidAtMs ?? null
  return (
    <Dialog
      isOpen
      size="medium"
      role="alertdialog"
      title={t('quit.title')}
      closeLabel={t('quit.stay')}
      onClose={stay}
      actions={
        <>
          <Button isPending={isPending} onPress={() => void exportAndQuit()}>
            {isPending ? t('quit.exporting') : t('quit.exportAndQuit')}
          </Button>
          <Button look="primary" onPress={stay}>
            {t('quit.stay')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-lg font-semibold">{t('quit.waiting', { count: heldSales })}</p>
        {oldestMs === null ? null : (
          <p className="text-muted">
            {t('quit.oldest')} <Age sinceMs={oldestMs} />
          </p>
        )}
        <p className="text-muted">{t('quit.why')}</p>
        {failure === null ? null : (
          <Notice tone="bad" title={t('quit.failed')}>
            {failure}
          </Notice>
        )}
        {path === null ? null : <Notice tone="good" title={t('quit.exported', { path })} className="wrap-anywhere" />}
      </div>
    </Dialog>
  )
}
