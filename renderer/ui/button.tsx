import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'medium' | 'large' | 'huge'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
  /** One `primary` a screen; `danger` for what takes something away. */
  readonly look?: ButtonLook
  /** 44, 52 or 72 px high. */
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  /** Fills its container. */
  readonly isWide?: boolean
  /** Layout only (margins, grid placement). */
  readonly className?: string
}

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong data-[pressed]:bg-accent-strong',
  secondary: 'border border-edge bg-surface text-ink hover:bg-hover data-[pressed]:bg-sunken',
  quiet: 'text-ink hover:bg-hover data-[pressed]:bg-sunken',
  danger: 'bg-bad text-on-bad hover:bg-bad-strong data-[pressed]:bg-bad-strong',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  medium: 'h-11 px-4 text-base gap-2',
  large: 'h-13 px-5 text-lg gap-2.5',
  huge: 'h-18 px-6 text-2xl gap-3',
}

/** A button with words. Pressed by mouse, touch, Enter and Space; `isPending` keeps its focus and does nothing. */
export const Button = ({
  look = 'secondary',
  size = 'medium',
  isWide = false,
  icon,
  className,
  children,
  ...props
}: ButtonProps) => (
  <AriaButton
    {...props}
    className={classNames(
      'focus-ring inline-flex shrink-0 cursor-default items-center justify-center rounded-control font-semibold whitespace-nowrap select-none data-[disabled]:opacity-45 data-[pending]:opacity-80',
      LOOKS[look],
      SIZES[size],
      isWide && 'w-full',
      className,
    )}
  >
    {icon}
    {children}
  </AriaButton>
)
