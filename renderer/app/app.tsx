import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { ToastRegion } from '../ui/toast-region.tsx'
import { useIsPracticeMode } from './app-status.ts'
import { CurrentScreen } from './current-screen.tsx'
import { GlobalDialogs } from './global-dialogs.tsx'
import { KeyboardHelpDialog } from './keyboard-help-dialog.tsx'
import { NavigationRail } from './navigation-rail.tsx'
import { PracticeBanner } from './practice-banner.tsx'
import { RegisterNotice } from './register-notice.tsx'
import { StatusBar } from './status-bar/status-bar.tsx'
import { TillProvider, type TillServices } from './till-context.tsx'
import { useDocumentSettings } from './use-document-settings.ts'
import { useGlobalKeys } from './use-global-keys.ts'
import { useScanCapture } from './use-scan-capture.ts'
import { useStart } from './use-start.ts'

type AppProps = { readonly services: TillServices; readonly searchIsReady: Promise<void> }

/** The whole till: navigation, the current screen, and a status bar that is always in view. */
export const App = ({ services, searchIsReady }: AppProps) => {
  const { t, i18n } = useTranslation('common')
  const isPractice = useIsPracticeMode()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const openHelp = useCallback(() => setIsHelpOpen(true), [])
  const recovery = useStart(services, searchIsReady)
  useDocumentSettings()
  useGlobalKeys(services.till, openHelp)
  useScanCapture(services.till)
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-GB' : 'id-ID'}>
      <TillProvider services={services}>
        <div className="flex h-full flex-col">
          {isPractice ? <PracticeBanner /> : null}
          <RegisterNotice />
          <div className="flex min-h-0 flex-1">
            <NavigationRail isPractice={isPractice} onHelp={openHelp} />
            <main className="min-w-0 flex-1">
              <CurrentScreen />
            </main>
          </div>
          <StatusBar />
        </div>
        <KeyboardHelpDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
        <GlobalDialogs recovery={recovery} />
        <ToastRegion label={t('notifications')} />
      </TillProvider>
    </I18nProvider>
  )
}
