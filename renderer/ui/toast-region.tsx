import { createPortal } from 'react-dom'
import { classNames } from './class-names.ts'
import { useToastStore } from './toast-store.ts'
import { ToneIcon } from './tone-icon.tsx'
import { TONE_CLASSES } from './tone.ts'

/** Where toasts appear: a polite live region that stays above dialogs and is never hidden from screen readers. */
export const ToastRegion = ({ label }: { readonly label: string }) => {
  const toasts = useToastStore((state) => state.toasts)
  return createPortal(
    <div
      role="log"
      aria-live="polite"
      aria-label={label}
      data-react-aria-top-layer="true"
      className="pointer-events-none fixed bottom-16 left-1/2 z-50 flex -translate-x-1/2 flex-col items-center gap-2"
    >
      {toasts.map((toast) => (
        <p
          key={toast.id}
          className={classNames(
            'flex items-center gap-2.5 rounded-control border border-current/20 px-4 py-3 font-medium shadow-lg',
            TONE_CLASSES[toast.tone],
          )}
        >
          <ToneIcon tone={toast.tone} size={20} />
          {toast.text}
        </p>
      ))}
    </div>,
    document.body,
  )
}
