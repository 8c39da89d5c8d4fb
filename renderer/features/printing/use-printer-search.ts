import { useEffect, useState } from 'react'
import type { Bridge } from '../../../shared/ipc/bridge.ts'
import type { PrinterSearch } from '../../../shared/ipc/printer-settings.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'

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

/** Looks for printers at once, and again when asked. */
export const usePrinterSearch = (): { readonly state: SearchState; readonly searchAgain: () => void } => {
  const bridge = useBridge()
  const [state, setState] = useState<SearchState>({ type: 'searching' })
  useEffect(() => search(bridge, setState), [bridge])
  return {
    state,
    searchAgain: () => {
      setState({ type: 'searching' })
      search(bridge, setState)
    },
  }
}
