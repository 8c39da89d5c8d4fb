const LONGEST_MESSAGE = 4_000

/** Writes an unexpected error of the page to main's log. The log is the last resort: its own failure is let go. */
export const logError = (scope: string, error: unknown, detail = ''): void => {
  const text = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)
  const message = `${text}\n${detail}`.trim().slice(0, LONGEST_MESSAGE)
  try {
    window.konter.log({ level: 'error', scope, message }).catch(() => undefined)
  } catch {
    // No bridge at all: an error boundary that logs must not fail for it.
  }
}

/** Logs errors and rejections that nothing else caught. */
export const logUncaughtErrors = (): void => {
  window.addEventListener('error', (event) => logError('uncaught', event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => logError('unhandled-rejection', event.reason))
}
