import { useEffect, useState } from 'react'
import { markStockChanged, openFirstBasket } from '../features/sell/sell-store.ts'
import { useCatalogueState, useWaitingSummary } from '../storage/hooks.ts'
import { followAppStatus, useIsPracticeMode } from './app-status.ts'
import { startPracticeImport } from './catalogue-import.ts'
import { prefetchScreens } from './current-screen.tsx'
import { logError } from './log.ts'
import { loadPrinterSettings } from './printer-settings-store.ts'
import type { TillServices } from './till-context.tsx'
import type { RecoveryReport } from './till.ts'

/** What happens around the first screen, none of it in its way. Gives what recovery found, once it has looked. */
export const useStart = ({ till, bridge }: TillServices, searchIsReady: Promise<void>): RecoveryReport | null => {
  const [recovery, setRecovery] = useState<RecoveryReport | null>(null)
  const isPractice = useIsPracticeMode()
  const catalogue = useCatalogueState()
  const summary = useWaitingSummary()
  const waitingSales = summary?.waitingSales
  const stockPulledAtMs = summary?.stockPulledAtMs
  const isCatalogueEmpty = catalogue?.itemCount === 0
  const importedAtMs = catalogue?.importedAtMs

  useEffect(() => {
    openFirstBasket(till.openBasket)
    const getReady = async (): Promise<void> => {
      await searchIsReady
      markStockChanged()
      // The first sale can be rung up from here on: where the benchmark ends its cold start.
      performance.mark('konter:ready')
      await prefetchScreens()
    }
    getReady().catch((error: unknown) => logError('start', error))
    loadPrinterSettings(bridge).catch((error: unknown) => logError('printing', error))
    till.recover().then(setRecovery, (error: unknown) => logError('recovery', error))
    return followAppStatus(bridge, (error) => logError('status', error))
  }, [till, bridge, searchIsReady])

  useEffect(() => {
    if (waitingSales === undefined) return
    bridge.reportWaiting({ waitingSales }).catch((error: unknown) => logError('report-waiting', error))
  }, [bridge, waitingSales])

  useEffect(markStockChanged, [stockPulledAtMs, importedAtMs])

  useEffect(() => {
    if (!isPractice || !isCatalogueEmpty) return
    startPracticeImport(till, bridge).then(markStockChanged, (error: unknown) => logError('practice-import', error))
  }, [till, bridge, isPractice, isCatalogueEmpty])

  return recovery
}
