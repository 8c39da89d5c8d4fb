import { Ban, CircleAlert, CircleCheck, CircleHelp, Clock, Minus, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import type { DeliveryState } from '../../app/till.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { wordForDelivery, type OrderIcon } from './order-words.ts'

const ICONS = {
  arrived: CircleCheck,
  clock: Clock,
  moving: RefreshCw,
  question: CircleHelp,
  alert: CircleAlert,
  closed: Ban,
  none: Minus,
} as const satisfies Record<OrderIcon, unknown>

/** The shape of a state. */
export const OrderStateIcon = ({ icon, size = 16 }: { readonly icon: OrderIcon; readonly size?: number }) => {
  const Icon = ICONS[icon]
  return <Icon size={size} aria-hidden className="shrink-0" />
}

/** A sale's state at one destination as a badge. */
export const DeliveryBadge = ({ state }: { readonly state: DeliveryState }) => {
  const { t } = useTranslation('orders')
  const word = wordForDelivery(state)
  if (state === 'none') {
    return (
      <span className="inline-flex items-center gap-1.5 px-2.5 py-1 text-sm text-muted">
        <OrderStateIcon icon={word.icon} />
        {t(word.key)}
      </span>
    )
  }
  return (
    <StateBadge tone={word.tone} icon={<OrderStateIcon icon={word.icon} />}>
      {t(word.key)}
    </StateBadge>
  )
}

const LINE_COLOURS = {
  neutral: 'text-muted',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-accent',
} as const

/** The names of the services; they are the same in both languages. */
export const DESTINATION_NAMES: Readonly<Record<Destination, string>> = { forstok: 'Forstok', accurate: 'Accurate' }

/** A sale's state at one destination as a short line with the service's name. */
export const DeliveryLine = ({
  destination,
  state,
}: {
  readonly destination: Destination
  readonly state: DeliveryState
}) => {
  const { t } = useTranslation('orders')
  const word = wordForDelivery(state)
  return (
    <span className={`flex items-center gap-1.5 text-sm font-medium ${LINE_COLOURS[word.tone]}`}>
      <OrderStateIcon icon={word.icon} size={15} />
      <span className="truncate">
        <span className="text-muted">{DESTINATION_NAMES[destination]}</span> {t(word.key)}
      </span>
    </span>
  )
}
