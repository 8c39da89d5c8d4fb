import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { FocusScope } from 'react-aria/FocusScope'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** Escape and the cross. Null: the dialog must be answered. */
  readonly onClose: (() => void) | null
  readonly closeLabel: string
  readonly size?: 'small' | 'medium' | 'large' | 'wide'
  /** `alertdialog` for questions that interrupt. */
  readonly role?: 'dialog' | 'alertdialog'
  /** Opens over a dialog that stays: without it that one keeps the focus. */
  readonly isOverDialog?: boolean
  /** Buttons at the foot; the main one last. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Makes this dialog the one that holds the focus; nothing on a page is focused by it. */
const TAKES_OVER = { autoFocus: true } as const

const WIDTHS = { small: 'max-w-md', medium: 'max-w-2xl', large: 'max-w-5xl', wide: 'max-w-6xl' } as const

/** A modal dialog: keeps the focus inside, gives it back when closed, scrolls its body and keeps its foot in view. */
export const Dialog = ({
  title,
  isOpen,
  onClose,
  closeLabel,
  size = 'medium',
  role = 'dialog',
  isOverDialog = false,
  actions,
  children,
}: DialogProps) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(next) => {
      if (!next) onClose?.()
    }}
    isDismissable={false}
    isKeyboardDismissDisabled={onClose === null}
    className="fixed inset-0 z-40 flex items-center justify-center bg-veil p-6"
  >
    <Modal
      className={classNames(
        'flex max-h-full w-full flex-col overflow-hidden rounded-panel border border-line bg-surface shadow-2xl',
        WIDTHS[size],
      )}
    >
      <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
        <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-6">
          <Heading slot="title" className="py-2 text-xl font-semibold">
            {title}
          </Heading>
          {onClose === null ? null : (
            <IconButton label={closeLabel} icon={<X size={22} aria-hidden />} onPress={onClose} />
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">
          {isOverDialog ? <FocusScope {...TAKES_OVER}>{children}</FocusScope> : children}
        </div>
        {actions === undefined ? null : (
          <footer className="flex flex-wrap items-center justify-end gap-3 border-t border-line bg-canvas px-6 py-4">
            {actions}
          </footer>
        )}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
