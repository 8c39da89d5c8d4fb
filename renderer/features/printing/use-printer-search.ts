import { useCallback, useEffect, useRef, useState } from 'react'
import type { Bridge } from '../../../shared/ipc/bridge.ts'
import type { FoundPrinter, PrinterSearch } from '../../../shared/ipc/printer-settings.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { withPluggedPrinters } from './with-plugged-printers.ts'

/** A search for printers: under way, failed, or what it found. */
export type SearchState =
  | { readonly type: 'searching' | 'failed' }
  | { readonly type: 'found'; readonly search: PrinterSearch }

const search = (bridge: Pick<Bridge, 'searchPrinters'>, show: (state: SearchState) => void): void => {
  bridge.searchPrinters({}).then(
    (found) => show({ type: 'found', search: found }),
    (error: unknown) => {
      show({ type: 'failed' })
      logError('printing', error)
    },
  )
}

/** Looks for printers at once, and again when asked. One that is plugged in meanwhile appears by itself. */
export const usePrinterSearch = (): { readonly state: SearchState; readonly searchAgain: () => void } => {
  const bridge = useBridge()
  const [state, setState] = useState<SearchState>({ type: 'searching' })
  /** What was plugged in since the last search began; it may have looked before. */
  const plugged = useRef<readonly FoundPrinter[] | null>(null)
  const begin = useCallback(() => {
    plugged.current = null
    search(bridge, (found) =>
      setState(
        found.type === 'found' && plugged.current !== null
          ? { type: 'found', search: withPluggedPrinters(found.search, plugged.current) }
          : found,
      ),
    )
  }, [bridge])
  useEffect(() => {
    begin()
    return bridge.onPrintersPlugged(({ found }) => {
      plugged.current = found
      setState((shown) =>
        shown.type === 'found' ? { type: 'found', search: withPluggedPrinters(shown.search, found) } : shown,
      )
    })
  }, [bridge, begin])
  return {
    state,
    searchAgain: () => {
      setState({ type: 'searching' })
      begin()
    },
  }
}
