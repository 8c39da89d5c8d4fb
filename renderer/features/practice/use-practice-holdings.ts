import { useEffect, useState } from 'react'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { PracticeHoldings } from '../../../shared/ipc/practice.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useSales } from '../../storage/hooks.ts'

const REFRESH_MS = 1_000
const EVERY_SALE = { text: '', state: 'all', kind: 'all' } as const

/** What the practice services hold, read every second while the page is visible. `hasFailed` while they cannot be read. */
export const usePracticeHoldings = (): {
  readonly holdings: PracticeHoldings | null
  readonly hasFailed: boolean
} => {
  const bridge = useBridge()
  const [holdings, setHoldings] = useState<PracticeHoldings | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    let isStopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let lastText = ''
    const read = async () => {
      try {
        if (document.visibilityState === 'visible') {
          const next = await bridge.readPracticeHoldings({})
          // Mostly nothing has changed: the tables are then left as they are.
          const text = JSON.stringify(next)
          if (!isStopped && text !== lastText) {
            lastText = text
            setHoldings(next)
          }
          setHasFailed(false)
        }
      } catch (error) {
        setHasFailed(true)
        logError('practice', error)
      }
      if (!isStopped) timer = setTimeout(() => void read(), REFRESH_MS)
    }
    void read()
    return () => {
      isStopped = true
      clearTimeout(timer)
    }
  }, [bridge])
  return { holdings, hasFailed }
}

/** Every sale of the till, read again when their number changes; undefined until first read. */
export const useAllSales = (): readonly Sale[] | undefined => {
  const till = useTill()
  const total = useSales(EVERY_SALE, 1)?.total
  const [read, setRead] = useState<{ readonly total: number; readonly sales: readonly Sale[] } | undefined>()
  useEffect(() => {
    let isStopped = false
    const readAll = async (newTotal: number) => {
      try {
        const sales = await till.readAllSales()
        if (!isStopped) setRead({ total: newTotal, sales })
      } catch (error) {
        logError('practice', error)
      }
    }
    if (total !== undefined && total !== read?.total) void readAll(total)
    return () => {
      isStopped = true
    }
  }, [till, total, read])
  return read?.sales
}
