import { DatabaseZap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown when the database cannot be opened at all (a full disk): nothing was deleted, and what to do. */
export const OpeningFailed = () => {
  const { t } = useTranslation(['shell', 'common'])
  return (
    <main role="alert" className="flex h-full">
      <EmptyState
        icon={<DatabaseZap size={56} strokeWidth={1.25} aria-hidden />}
        title={t('shell:start.failedTitle')}
        action={
          <Button look="primary" size="large" onPress={() => window.location.reload()}>
            {t('common:retry')}
          </Button>
        }
      >
        {t('shell:start.failedBody')}
      </EmptyState>
    </main>
  )
}
