import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import type { PracticeFaults, ServiceFaults } from '../../../shared/ipc/practice.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { showToast } from '../../ui/toast-store.ts'

/** The faults as main has them (counts fall while it uses them up), and a way to change some of a service's. */
export const usePracticeFaults = () => {
  const { t } = useTranslation('practice')
  const bridge = useBridge()
  const [faults, setFaults] = useState<PracticeFaults | null>(null)
  useEffect(() => {
    const stop = bridge.onPracticeChanged((event) => setFaults(event.faults))
    bridge.getPracticeFaults({}).then(setFaults, (error: unknown) => {
      logError('practice', error)
    })
    return stop
  }, [bridge])
  const apply = (next: PracticeFaults) => {
    setFaults(next)
    bridge.setPracticeFaults({ faults: next }).catch((error: unknown) => {
      showToast('bad', t('setFailed'))
      logError('practice', error)
    })
  }
  const change = (destination: Destination, part: Partial<ServiceFaults>) => {
    if (faults !== null) apply({ ...faults, [destination]: { ...faults[destination], ...part } })
  }
  const changeBoth = (part: Partial<ServiceFaults>) => {
    if (faults !== null) apply({ forstok: { ...faults.forstok, ...part }, accurate: { ...faults.accurate, ...part } })
  }
  return { faults, change, changeBoth }
}
