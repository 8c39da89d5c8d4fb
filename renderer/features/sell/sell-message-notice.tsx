import { useTranslation } from 'react-i18next'
import { useBilingual } from '../../app/use-bilingual.ts'
import { logError } from '../../app/log.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { askForStock } from './start-payment.ts'
import { showMessage, useSellStore } from './sell-store.ts'

const IGNORED_DURING = {
  payment: 'sell:message.duringPayment',
  paid: 'sell:message.duringPaid',
  dialog: 'sell:message.duringDialog',
} as const

/** What the last scan or key did: read out always, shown when something did not go as meant. */
export const SellMessageNotice = () => {
  const { t } = useTranslation(['sell', 'common'])
  const inLanguage = useBilingual()
  const message = useSellStore((state) => state.message)
  if (message === null) return null
  if (message.type === 'added') {
    return (
      <output className="sr-only">
        {t('sell:message.added', { name: message.name, quantity: formatQuantity(message.quantity) })}
      </output>
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
      return <Notice tone="warn" title={t(IGNORED_DURING[message.during], { code: message.code })} {...dismissal} />
    case 'not-weighed':
      return <Notice tone="warn" title={t('sell:message.notWeighed', { name: message.name })} {...dismissal} />
    case 'stock-short':
      return (
        <Notice
          tone="bad"
          title={t(message.available > 0 ? 'sell:stock.short' : 'sell:stock.none', {
            name: message.item.name,
            available: formatQuantity(message.available),
          })}
          action={
            <Button
              onPress={() => {
                askForStock(message).catch((error: unknown) => logError('stock-approval', error))
              }}
            >
              {t('sell:stock.ask')}
            </Button>
          }
          {...dismissal}
        >
          {t('sell:stock.shortBody')}
        </Notice>
      )
    case 'parked':
      return <Notice tone="good" title={t('sell:parked.done')} {...dismissal} />
    case 'park-gone':
      return <Notice tone="warn" title={t('sell:parked.gone')} {...dismissal} />
    case 'park-changed':
      return <Notice tone="warn" title={t('sell:parked.changed')} {...dismissal} />
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
