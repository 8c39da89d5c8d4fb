import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppStatus } from '../../app/app-status.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import type { TillSettings } from '../../app/till.ts'
import { useSettings, useWaitingSummary } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { LookFields, RouteFields } from './look-fields.tsx'
import { RegisterFields } from './register-fields.tsx'
import { draftSettings, isChanged, readSettingsDraft, type SettingsDraft, type SettingsField } from './settings-form.ts'
import { ShopFields } from './shop-fields.tsx'

const SettingsForm = ({ stored, waitingSales }: { readonly stored: TillSettings; readonly waitingSales: number }) => {
  const { t } = useTranslation('settings')
  const till = useTill()
  const status = useAppStatus((state) => state.status)
  const [draft, setDraft] = useState<SettingsDraft>(() => draftSettings(stored))
  const [isPending, setIsPending] = useState(false)
  const { settings, problems } = readSettingsDraft(draft, stored, waitingSales)
  const hasChanges = isChanged(draft, stored)
  const change = (part: Partial<SettingsDraft>) => setDraft({ ...draft, ...part })
  const problemOf = (field: SettingsField) => {
    const problem = problems[field]
    return problem === undefined ? null : t(problem)
  }
  const save = async (next: TillSettings) => {
    setIsPending(true)
    try {
      await till.writeSettings(next)
      setDraft(draftSettings(next))
      showToast('good', t('saved'))
    } catch (error) {
      showToast('bad', t('saveFailed'))
      logError('settings', error)
    } finally {
      setIsPending(false)
    }
  }
  return (
    <form
      aria-label={t('title')}
      className="flex h-full min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        if (settings !== null && !isPending) void save(settings)
      }}
    >
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <div className="mx-auto grid max-w-6xl grid-cols-2 items-start gap-3">
          <div className="flex min-w-0 flex-col gap-3">
            <ShopFields draft={draft} onChange={change} problemOf={problemOf} />
            <LookFields draft={draft} onChange={change} />
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <RegisterFields draft={draft} onChange={change} problemOf={problemOf} waitingSales={waitingSales} />
            <RouteFields draft={draft} onChange={change} />
          </div>
        </div>
      </div>
      <footer className="flex items-center justify-between gap-4 border-t border-line bg-surface px-4 py-3">
        <p className="text-sm text-muted">
          {status === null ? '' : `Konter · ${t('version', { version: status.version })} · ${t(`mode.${status.mode}`)}`}
        </p>
        <div className="flex items-center gap-3">
          {hasChanges ? <p className="text-sm font-medium text-warn">{t('unsaved')}</p> : null}
          <Button isDisabled={!hasChanges} onPress={() => setDraft(draftSettings(stored))}>
            {t('revert')}
          </Button>
          <Button type="submit" look="primary" isPending={isPending} isDisabled={!hasChanges || settings === null}>
            {t('save')}
          </Button>
        </div>
      </footer>
    </form>
  )
}

/** The set-up of the shop and of this register. */
export const SettingsScreen = () => {
  const { t } = useTranslation('settings')
  const stored = useSettings()
  const summary = useWaitingSummary()
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      {stored === undefined || summary === undefined ? null : (
        <SettingsForm stored={stored} waitingSales={summary.waitingSales} />
      )}
    </>
  )
}
