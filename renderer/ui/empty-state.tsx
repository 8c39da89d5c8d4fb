import type { ReactNode } from 'react'

export type EmptyStateProps = {
  readonly icon: ReactNode
  readonly title: string
  /** What to do next. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What stands where nothing is: says why, and what to do. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className="flex flex-1 flex-col items-center justify-center gap-2 p-8 text-center">
    <div className="text-edge">{icon}</div>
    <p className="text-lg font-semibold">{title}</p>
    {children === undefined ? null : <div className="max-w-md text-muted">{children}</div>}
    {action === undefined ? null : <div className="pt-3">{action}</div>}
  </div>
)
