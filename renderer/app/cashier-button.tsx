import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CashierDialog } from '../features/approval/cashier-dialog.tsx'
import { useSettings } from '../storage/hooks.ts'

/** Who is at the till; pressing it changes that. */
export const CashierButton = ({ className }: { readonly className: string }) => {
  const { t } = useTranslation('approval')
  const settings = useSettings()
  const [isOpen, setIsOpen] = useState(false)
  if (settings === undefined) return null
  return (
    <>
      <button
        type="button"
        aria-label={t('cashier.button', { name: settings.cashier })}
        onClick={() => setIsOpen(true)}
        className={className}
      >
        <UserRound size={22} strokeWidth={1.75} aria-hidden />
        <span className="w-full truncate text-center">{settings.cashier}</span>
      </button>
      <CashierDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
