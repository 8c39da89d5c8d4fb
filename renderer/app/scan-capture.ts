import { advanceBurst, type Burst, EMPTY_BURST, isAtScannerPace, SCAN_LIMITS, type Scan } from './scanner.ts'
import { type FieldSnapshot, focusedTextField, restoreSnapshot, takeSnapshot } from './text-entry.ts'

export type ScanCapture = {
  /** False leaves the keys alone (another screen's text field has the focus). */
  readonly takesScans: (isInTextField: boolean) => boolean
  readonly onScan: (scan: Scan) => void
}

type HeldKey = { readonly target: EventTarget; readonly event: KeyboardEvent }

/** Characters that a field gives to shortcuts while it is empty, as its `data-shortcut-keys`. */
const isShortcutOf = (field: HTMLInputElement | HTMLTextAreaElement, key: string): boolean =>
  field.value === '' && (field.dataset['shortcutKeys'] ?? '').includes(key)

/**
 * Watches all keys of the page for scans. A scan never reaches what has the focus: its characters are taken back out of
 * a text field, its Enter presses nothing, and characters outside of text fields are held back until they prove to be a
 * person's, so that a digit of a barcode is never a shortcut. Returns a function that stops it.
 */
export const captureScans = (capture: ScanCapture): (() => void) => {
  let burst: Burst = EMPTY_BURST
  let snapshot: FieldSnapshot | null = null
  let held: HeldKey[] = []
  let timer: ReturnType<typeof setTimeout> | null = null
  const replayed = new WeakSet<Event>()

  const stop = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const forget = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    snapshot = null
    held = []
  }
  const letGo = () => {
    const keys = held
    forget()
    for (const { target, event } of keys) {
      const again = new KeyboardEvent('keydown', {
        key: event.key,
        code: event.code,
        shiftKey: event.shiftKey,
        bubbles: true,
        cancelable: true,
      })
      replayed.add(again)
      target.dispatchEvent(again)
    }
  }
  const holdBack = (event: KeyboardEvent) => {
    stop(event)
    if (event.target !== null) held.push({ target: event.target, event })
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(letGo, SCAN_LIMITS.longestGapMs)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (replayed.has(event) || event.isComposing) return
    const field = focusedTextField()
    if (!capture.takesScans(field !== null)) return
    const next = advanceBurst(burst, {
      key: event.key,
      atMs: event.timeStamp,
      isRepeat: event.repeat,
      hasModifier: event.ctrlKey || event.altKey || event.metaKey,
    })
    burst = next.burst
    const { outcome } = next
    if (outcome.type === 'scan') {
      stop(event)
      if (snapshot !== null) restoreSnapshot(snapshot)
      forget()
      // When the system saw the scan's last key: where its way into the basket begins.
      performance.clearMarks('konter:scan')
      performance.mark('konter:scan', { startTime: event.timeStamp })
      capture.onScan(outcome.scan)
      return
    }
    if (outcome.type === 'person') return letGo()
    if (outcome.type === 'ignored') {
      // Scanners send separators as control combinations; within a burst they must not act on the page.
      if (event.key !== 'Shift' && isAtScannerPace(burst, event.timeStamp)) stop(event)
      return
    }
    if (outcome.isFirst) {
      letGo()
      snapshot = field === null ? null : takeSnapshot(field)
    }
    const isSpaceAlone = event.key === ' ' && outcome.isFirst
    const actsOnPage = field === null || isShortcutOf(field, event.key)
    if (actsOnPage && !isSpaceAlone) holdBack(event)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    forget()
    window.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
