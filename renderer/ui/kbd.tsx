import { classNames } from './class-names.ts'

/** The key that does the same; `aria-hidden`, since the name of a button should not carry it. */
export const Kbd = ({ children, className }: { readonly children: string; readonly className?: string }) => (
  <kbd
    aria-hidden
    className={classNames(
      'inline-flex min-w-6 items-center justify-center rounded border border-current/35 px-1.5 py-0.5 font-sans text-xs leading-none font-medium',
      className,
    )}
  >
    {children}
  </kbd>
)
