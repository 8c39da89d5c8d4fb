import {
  Boxes,
  GraduationCap,
  Keyboard,
  type LucideIcon,
  Package,
  Printer,
  ReceiptText,
  Settings,
  ShoppingBasket,
  Wallet,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../ui/class-names.ts'
import { CashierButton } from './cashier-button.tsx'
import { hashOf, type Screen, SCREENS, useRoute } from './routes.ts'

const ICONS: Readonly<Record<Screen, LucideIcon>> = {
  sell: ShoppingBasket,
  sales: ReceiptText,
  shifts: Wallet,
  catalogue: Package,
  stock: Boxes,
  printing: Printer,
  practice: GraduationCap,
  settings: Settings,
}
const KEYS: Partial<Record<Screen, string>> = { sell: 'F1', sales: 'F2' }

const ENTRY =
  'focus-ring -outline-offset-2 flex min-h-13 w-full flex-col items-center justify-center gap-1 rounded-control px-1 text-xs font-medium'

type NavigationRailProps = { readonly isPractice: boolean; readonly onHelp: () => void }

/** The way to every screen. */
export const NavigationRail = ({ isPractice, onHelp }: NavigationRailProps) => {
  const { t } = useTranslation('shell')
  const current = useRoute((route) => route.screen)
  return (
    <nav
      aria-label={t('navigation')}
      className="flex w-24 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line bg-surface p-2"
    >
      {SCREENS.filter((screen) => screen !== 'practice' || isPractice).map((screen) => {
        const Icon = ICONS[screen]
        return (
          <a
            key={screen}
            href={hashOf({ screen, salesState: 'all' })}
            aria-current={screen === current ? 'page' : undefined}
            aria-keyshortcuts={KEYS[screen]}
            draggable={false}
            className={classNames(
              ENTRY,
              screen === current
                ? 'bg-accent-soft font-semibold text-accent'
                : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <Icon size={24} strokeWidth={screen === current ? 2.25 : 1.75} aria-hidden />
            {t(`screen.${screen}`)}
          </a>
        )
      })}
      <CashierButton className={classNames(ENTRY, 'mt-auto text-muted hover:bg-hover')} />
      <button type="button" onClick={onHelp} className={classNames(ENTRY, 'text-muted hover:bg-hover')}>
        <Keyboard size={22} strokeWidth={1.75} aria-hidden />
        {t('help')}
      </button>
    </nav>
  )
}
