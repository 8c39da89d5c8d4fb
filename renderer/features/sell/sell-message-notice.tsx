import { useTranslation } from 'react-i18next'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Notice } from '../../ui/notice.tsx'
import { showMessage, useSellStore } from './sell-store.ts'

/** What the last scan or key did: read out always, shown when something did not go as meant. */
export const SellMessageNotice = () => {
  const { t } = useTranslation(['sell', 'common'])
  const inLanguage = useBilingual()
  const message = useSellStore((state) => state.message)
  if (message === null) return null
  if (message.type === 'added') {
    return (
      <output className="sr-only">{t('sell:message.added', { name: message.name, quantity: message.quantity })}</output>
    )
  }
  const dismissal = { onDismiss: () => showMessage(null), dismissLabel: t('common:dismiss') }
  switch (message.type) {
    case 'unknown-code':
      return (
        <Notice tone="bad" title={t('sell:message.unknownTitle', { code: message.code })} {...dismissal}>
          {t('sell:message.unknownBody')}
        </Notice>
      )
    case 'ignored-scan':
      return (
        <Notice
          tone="warn"
          title={t(message.during === 'paid' ? 'sell:message.duringPaid' : 'sell:message.duringPayment', {
            code: message.code,
          })}
          {...dismissal}
        />
      )
    case 'limit':
      return <Notice tone="warn" title={t('sell:message.totalLimit')} {...dismissal} />
    case 'search-failed':
      return <Notice tone="bad" title={t('sell:message.searchFailed')} {...dismissal} />
    case 'error':
      return (
        <Notice tone="bad" title={inLanguage(message.error.message)} {...dismissal}>
          {message.error.detail}
        </Notice>
      )
    default:
      return null
  }
}
