import { useCallback, useEffect, useRef } from 'react'
import type { Item } from '../../../shared/domain/item.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { logError } from '../../app/log.ts'
import { receiveScans } from '../../app/scan-receiver.ts'
import type { Scan } from '../../app/scanner.ts'
import { useTill } from '../../app/till-context.tsx'
import type { Till } from '../../app/till.ts'

/** What becomes of a scan. */
export type ScanEnds = {
  readonly onItem: (item: Item) => Promise<void> | void
  readonly onUnknown: (code: string) => Promise<void> | void
  readonly onError: (error: ActionableError) => void
}

const receive = async (till: Till, { code, withoutFirstKeys }: Scan, ends: ScanEnds): Promise<void> => {
  const whole = await till.findByCode(code)
  const isUnknown = whole.ok && whole.value === null
  const found = isUnknown && withoutFirstKeys !== null ? await till.findByCode(withoutFirstKeys) : whole
  if (!found.ok) ends.onError(found.error)
  else if (found.value === null) await ends.onUnknown(code)
  else await ends.onItem(found.value)
}

/** An amount that was typed and not entered counts before the scan that follows it, or leaving its field would undo the scan. */
const putTypedAmountThrough = (): void => {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) || field.dataset['amount'] === undefined) return
  field.blur()
  field.focus()
}

/** Does work after everything that was begun before it. */
export type InTurn = (work: () => Promise<void> | void) => void

/**
 * Takes the scans while the view is on the screen, one after the other. Gives their queue: what a person enters by hand
 * goes through it too where both change the same figure, or a figure that is typed could undo the scan that follows it.
 */
export const useItemScans = (ends: ScanEnds): InTurn => {
  const till = useTill()
  const latest = useRef(ends)
  const last = useRef<Promise<void>>(Promise.resolve())
  const inTurn = useCallback<InTurn>((work) => {
    last.current = last.current.then(work).catch((error: unknown) => logError('stock-scan', error))
  }, [])
  useEffect(() => {
    latest.current = ends
  })
  useEffect(
    () =>
      receiveScans((scan) => {
        // Once the page has taken the scan's keys out of the field again.
        setTimeout(() => {
          putTypedAmountThrough()
          inTurn(() => receive(till, scan, latest.current))
        })
      }),
    [till, inTurn],
  )
  return inTurn
}
