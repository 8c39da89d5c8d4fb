import type { ReactNode } from 'react'
import { Button, type ButtonLook } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { focusOnMount } from './focus-on-mount.ts'

export type QuestionDialogProps = {
  readonly title: string
  readonly closeLabel: string
  /** The words of the button that leaves all as it is. */
  readonly keepLabel: string
  readonly confirmLabel: string
  readonly confirmLook?: Extract<ButtonLook, 'primary' | 'danger'>
  /** Which of the two Enter presses: the one that does it only where nothing is lost that is hard to make again. */
  readonly enterPresses?: 'keep' | 'confirm'
  readonly isOpen?: boolean
  readonly onConfirm: () => void
  /** Also Escape and the cross. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before something is done that cannot be taken back. */
export const QuestionDialog = ({
  title,
  closeLabel,
  keepLabel,
  confirmLabel,
  confirmLook = 'danger',
  enterPresses = 'keep',
  isOpen = true,
  onConfirm,
  onClose,
  children,
}: QuestionDialogProps) => (
  <Dialog
    isOpen={isOpen}
    size="small"
    role="alertdialog"
    title={title}
    closeLabel={closeLabel}
    onClose={onClose}
    actions={
      <>
        <Button ref={enterPresses === 'keep' ? focusOnMount : null} onPress={onClose}>
          {keepLabel}
        </Button>
        <Button look={confirmLook} ref={enterPresses === 'confirm' ? focusOnMount : null} onPress={onConfirm}>
          {confirmLabel}
        </Button>
      </>
    }
  >
    {children}
  </Dialog>
)
