import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export type PanelProps = {
  /** Names the region; shown as its heading unless `isTitleHidden`. */
  readonly title: string
  readonly isTitleHidden?: boolean
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** No padding, for lists that go to the edge. */
  readonly isFlush?: boolean
  readonly className?: string
}

/** A bordered region of a screen with a heading and actions. */
export const Panel = ({ title, isTitleHidden = false, actions, children, isFlush = false, className }: PanelProps) => {
  const titleId = useId()
  return (
    <section
      aria-labelledby={titleId}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col overflow-hidden rounded-panel border border-line bg-surface',
        className,
      )}
    >
      <div
        className={classNames(
          'flex min-h-14 shrink-0 items-center justify-between gap-3 border-b border-line px-4 py-1.5',
          isTitleHidden && 'sr-only',
        )}
      >
        <h2 id={titleId} className="text-lg/snug font-semibold wrap-anywhere">
          {title}
        </h2>
        {actions === undefined ? null : <div className="flex shrink-0 items-center gap-2">{actions}</div>}
      </div>
      <div className={classNames('flex min-h-0 flex-1 flex-col', !isFlush && 'p-4')}>{children}</div>
    </section>
  )
}
