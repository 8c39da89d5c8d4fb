import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  /** What it does, in words: read out, and shown when the pointer rests on it. */
  readonly label: string
  readonly icon: ReactNode
  readonly look?: 'quiet' | 'outlined' | 'danger'
  readonly className?: string
}

const LOOKS = {
  quiet: 'text-muted hover:bg-hover hover:text-ink data-[pressed]:bg-sunken',
  outlined: 'border border-edge bg-surface text-ink hover:bg-hover data-[pressed]:bg-sunken',
  danger: 'text-bad hover:bg-bad-soft data-[pressed]:bg-bad-soft',
} as const

/** A square button of 44 px with an icon only. */
export const IconButton = ({ label, icon, look = 'quiet', className, ...props }: IconButtonProps) => (
  <AriaButton
    {...props}
    aria-label={label}
    className={classNames(
      'focus-ring inline-flex size-11 shrink-0 cursor-default items-center justify-center rounded-control data-[disabled]:opacity-40',
      LOOKS[look],
      className,
    )}
  >
    {icon}
  </AriaButton>
)
