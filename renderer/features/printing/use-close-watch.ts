import { useEffect } from 'react'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'

/** While the component stands on the screen, the printers' state is asked more often. */
export const useCloseWatch = (): void => {
  const bridge = useBridge()
  useEffect(() => {
    const watch = (isClose: boolean) => {
      bridge.watchPrintersClosely({ isClose }).catch((error: unknown) => logError('printing', error))
    }
    watch(true)
    return () => watch(false)
  }, [bridge])
}
