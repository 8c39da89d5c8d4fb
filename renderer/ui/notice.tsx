import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { ToneIcon } from './tone-icon.tsx'
import { TONE_CLASSES, type Tone } from './tone.ts'

export type NoticeProps = {
  readonly tone: Tone
  readonly title: ReactNode
  /** What to do about it. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  readonly onDismiss?: (() => void) | undefined
  readonly dismissLabel?: string
  /** Read out at once (`bad`) or at the next pause; false for notices that stand there from the start. */
  readonly isAnnounced?: boolean
  readonly className?: string
}

/** Says what happened and what to do, in place. */
export const Notice = ({
  tone,
  title,
  children,
  action,
  onDismiss,
  dismissLabel = '',
  isAnnounced = true,
  className,
}: NoticeProps) => (
  <div
    role={isAnnounced ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    className={classNames(
      'flex gap-3 rounded-control px-4 py-3',
      // Beside a button, a title alone stands at its middle.
      children === undefined || children === null ? 'items-center' : 'items-start',
      TONE_CLASSES[tone],
      className,
    )}
  >
    <span className="pt-0.5">
      <ToneIcon tone={tone} size={20} />
    </span>
    <div className="min-w-0 flex-1">
      <p className="font-semibold">{title}</p>
      {children === undefined || children === null ? null : (
        <div className="text-sm wrap-anywhere text-ink">{children}</div>
      )}
    </div>
    {action === undefined ? null : <div className="shrink-0">{action}</div>}
    {onDismiss === undefined ? null : (
      <IconButton label={dismissLabel} icon={<X size={18} aria-hidden />} onPress={onDismiss} className="-my-1.5" />
    )}
  </div>
)
