import { Printer as PrinterIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { logError } from '../../app/log.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, type DialogProps } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'

/** A dialog that queues prints and closes with words of how many; what goes wrong keeps it open and is said in it. */
export const PrintDialog = ({
  title,
  size,
  closeLabel,
  printWords,
  failedWords,
  canPrint,
  otherAction,
  onPrint,
  onClose,
  children,
}: Pick<DialogProps, 'title' | 'closeLabel' | 'children'> & {
  readonly size: NonNullable<DialogProps['size']>
  readonly printWords: string
  /** What is said when nothing got into the queue. */
  readonly failedWords: string
  readonly canPrint: boolean
  /** Takes the place of the button that closes. */
  readonly otherAction?: ReactNode
  /** Queues the prints and says so; null when something has to be asked first. Rejects when they were not queued. */
  readonly onPrint: () => Promise<string | null>
  readonly onClose: () => void
}) => {
  const [isQueueing, setIsQueueing] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const print = async () => {
    if (isQueueing) return
    setIsQueueing(true)
    setHasFailed(false)
    try {
      const words = await onPrint()
      if (words === null) return
      showToast('good', words)
      onClose()
    } catch (error) {
      setHasFailed(true)
      logError('printing', error)
    } finally {
      setIsQueueing(false)
    }
  }
  return (
    <Dialog
      isOpen
      size={size}
      title={title}
      closeLabel={closeLabel}
      onClose={onClose}
      actions={
        <>
          {otherAction ?? <Button onPress={onClose}>{closeLabel}</Button>}
          <Button
            look="primary"
            icon={<PrinterIcon size={18} aria-hidden />}
            isPending={isQueueing}
            isDisabled={!canPrint}
            onPress={() => void print()}
          >
            {printWords}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {hasFailed ? <Notice tone="bad" title={failedWords} /> : null}
        {children}
      </div>
    </Dialog>
  )
}
