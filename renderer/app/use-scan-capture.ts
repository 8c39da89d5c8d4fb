import { useEffect } from 'react'
import { scanIntoBasket } from '../features/sell/scan-into-basket.ts'
import { showMessage } from '../features/sell/sell-store.ts'
import { logError } from './log.ts'
import { navigate, useRoute } from './routes.ts'
import { captureScans } from './scan-capture.ts'
import { scanReceiver } from './scan-receiver.ts'
import type { Till } from './till.ts'

/**
 * Sends every scan to the basket, one after the other. On the sell screen whatever has the focus; on other screens
 * unless a text field there has it (a code may be wanted in its search), and then the till goes to the sell screen. A view
 * that wants scans for itself (see scan-receiver.ts) gets them all.
 */
export const useScanCapture = (till: Till): void => {
  useEffect(() => {
    let last: Promise<void> = Promise.resolve()
    return captureScans({
      takesScans: (isInTextField) => scanReceiver() !== null || useRoute.getState().screen === 'sell' || !isInTextField,
      onScan: (scan) => {
        const receive = scanReceiver()
        if (receive !== null) {
          receive(scan)
          return
        }
        if (useRoute.getState().screen !== 'sell') navigate('sell')
        last = last
          .then(() => scanIntoBasket(till, scan))
          .catch((error: unknown) => {
            logError('scan', error)
            showMessage({ type: 'search-failed' })
          })
      },
    })
  }, [till])
}
