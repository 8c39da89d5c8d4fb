import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppStatus } from '../../app/app-status.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import type { TillSettings } from '../../app/till.ts'
import { useSettings, useWaitingSummary } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ScreenTabs } from '../../ui/screen-tabs.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { requestApproval } from '../approval/approval-store.ts'
import { DocumentEditor } from '../documents/document-editor.tsx'
import { LookFields, RouteFields } from './look-fields.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { RegisterFields } from './register-fields.tsx'
import { draftSettings, isChanged, readSettingsDraft, type SettingsDraft, type SettingsField } from './settings-form.ts'
import { GuardedPanel, QrisFields, RoundingFields, ShiftFields, StockPolicyFields } from './selling-fields.tsx'
import type { SellingDraft } from './selling-form.ts'
import { ShopFields } from './shop-fields.tsx'
import { TaxFields } from './tax-fields.tsx'

const TwoColumns = ({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }) => (
  <div className="min-h-0 flex-1 overflow-y-auto p-4">
    <div className="mx-auto grid max-w-6xl grid-cols-2 items-start gap-3">
      <div className="flex min-w-0 flex-col gap-3">{left}</div>
      <div className="flex min-w-0 flex-col gap-3">{right}</div>
    </div>
  </div>
)

const SettingsForm = ({ stored, waitingSales }: { readonly stored: TillSettings; readonly waitingSales: number }) => {
  const { t, i18n } = useTranslation('settings')
  const till = useTill()
  const status = useAppStatus((state) => state.status)
  const [draft, setDraft] = useState<SettingsDraft>(() => draftSettings(stored))
  const [isPending, setIsPending] = useState(false)
  const { settings, problems } = readSettingsDraft(draft, stored, waitingSales)
  const hasChanges = isChanged(draft, stored)
  const [taken, setTaken] = useState<string | null>(null)
  const bridge = useBridge()
  const change = (part: Partial<SettingsDraft>) => {
    if (part.register !== undefined) setTaken(null)
    setDraft({ ...draft, ...part })
  }
  const changeSelling = (part: Partial<SellingDraft>) => change({ selling: { ...draft.selling, ...part } })
  const [firstProblem] = Object.values(problems)
  const problemOf = (field: SettingsField) => {
    const problem = problems[field]
    return problem === undefined ? null : t(problem)
  }
  const save = async (next: TillSettings) => {
    setIsPending(true)
    try {
      if (next.register !== stored.register) {
        const code = await bridge.checkRegisterCode({ code: next.register })
        if (code.verdict === 'taken') {
          setTaken(t('problem.registerTaken', { code: next.register, number: code.number }))
          return
        }
        if (code.verdict === 'unknown') showToast('warn', t('registerUnchecked'))
      }
      const request = { permission: 'settings', title: t('saveQuestion'), needsReason: false } as const
      if ((await requestApproval(request)) === null) return
      await till.writeSettings(next)
      setDraft(draftSettings(next))
      // In the language just chosen: `t` still speaks the one before.
      showToast('good', i18n.getFixedT(next.language, 'settings')('saved'))
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
      <ScreenTabs
        label={t('title')}
        tabs={[
          {
            id: 'shop',
            label: t('tab.shop'),
            panel: (
              <TwoColumns
                left={
                  <>
                    <ShopFields draft={draft} onChange={change} problemOf={problemOf} />
                    <LookFields draft={draft} onChange={change} />
                  </>
                }
                right={
                  <>
                    <RegisterFields
                      draft={draft}
                      onChange={change}
                      problemOf={(field) => (field === 'register' && taken !== null ? taken : problemOf(field))}
                      waitingSales={waitingSales}
                    />
                    <RouteFields draft={draft} onChange={change} />
                  </>
                }
              />
            ),
          },
          {
            id: 'selling',
            label: t('tab.selling'),
            panel: (
              <TwoColumns
                left={
                  <>
                    <TaxFields draft={draft.selling} onChange={changeSelling} problemOf={problemOf} />
                    <RoundingFields draft={draft.selling} onChange={changeSelling} problemOf={problemOf} />
                    <ShiftFields draft={draft.selling} onChange={changeSelling} problemOf={problemOf} />
                  </>
                }
                right={
                  <>
                    <StockPolicyFields draft={draft.selling} onChange={changeSelling} problemOf={problemOf} />
                    <QrisFields draft={draft.selling} onChange={changeSelling} problemOf={problemOf} />
                  </>
                }
              />
            ),
          },
          {
            id: 'documents',
            label: t('tab.documents'),
            panel: <DocumentEditor draft={draft} onChange={change} />,
          },
          {
            id: 'people',
            label: t('tab.people'),
            panel: (
              <TwoColumns
                left={<PeoplePanel />}
                right={<GuardedPanel draft={draft.selling} onChange={changeSelling} />}
              />
            ),
          },
        ]}
      />
      <footer className="flex items-center justify-between gap-4 border-t border-line bg-surface px-4 py-3">
        <p className="text-sm text-muted">
          {status === null ? '' : `Konter · ${t('version', { version: status.version })} · ${t(`mode.${status.mode}`)}`}
        </p>
        <div className="flex items-center gap-3">
          {hasChanges ? (
            <output
              className={classNames('text-sm font-medium', firstProblem === undefined ? 'text-warn' : 'text-bad')}
            >
              {firstProblem === undefined ? t('unsaved') : t(firstProblem)}
            </output>
          ) : null}
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
