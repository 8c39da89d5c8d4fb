import { ScanBarcode } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { KEY_GROUPS, KEYBOARD_MAP } from './keyboard-map.ts'

/** All keys of the till, from the one map that the screens use. */
export const KeyboardHelpDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <Dialog
      title={t('shell:keyboard.title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('common:close')}
      size="large"
    >
      <p className="mb-4 flex items-center gap-3 rounded-control bg-accent-soft px-4 py-2 text-accent">
        <ScanBarcode size={22} aria-hidden className="shrink-0" />
        {t('shell:keyboard.scanner')}
      </p>
      <div className="columns-2 gap-10">
        {KEY_GROUPS.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-sm font-semibold text-muted">{t(`shell:keyboard.group.${group}`)}</h3>
            <dl>
              {KEYBOARD_MAP.filter((binding) => binding.group === group).map((binding) => (
                <div
                  key={binding.action}
                  className="flex items-center justify-between gap-4 border-b border-line py-1 last:border-0"
                >
                  <dt>{t(`shell:keyboard.action.${binding.action}`)}</dt>
                  <dd className="shrink-0 rounded border border-line bg-sunken px-2 py-0.5 text-sm font-semibold whitespace-pre">
                    {binding.shown}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
