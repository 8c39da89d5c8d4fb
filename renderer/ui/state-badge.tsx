import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ToneIcon } from './tone-icon.tsx'
import { TONE_CLASSES, type Tone } from './tone.ts'

export type StateBadgeProps = {
  readonly tone: Tone
  readonly children: ReactNode
  /** Replaces the tone's own icon; null for none. */
  readonly icon?: ReactNode
  readonly className?: string
}

/** A state in an icon, words and colour. */
export const StateBadge = ({ tone, children, icon, className }: StateBadgeProps) => (
  <span
    className={classNames(
      'inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-sm font-medium whitespace-nowrap',
      TONE_CLASSES[tone],
      className,
    )}
  >
    {icon === undefined ? <ToneIcon tone={tone} /> : icon}
    {children}
  </span>
)
