import type { Attempt } from '../../../shared/domain/step.ts'
import type { StockSetting } from './stock-changes.ts'

/**
 * What of a stock step is known to have been set, what may have been, and whether a call may have left of which nothing is
 * known (the app was killed in it). It travels in the messages of the step's attempts, since those last: setting a figure
 * that is worked out from a difference twice would move the stock twice.
 */
export type StockProgress = {
  readonly sent: readonly StockSetting[]
  readonly open: readonly StockSetting[]
  readonly isInDoubt: boolean
}

export const NO_PROGRESS: StockProgress = { sent: [], open: [], isInDoubt: false }

const writeSettings = (settings: readonly StockSetting[]): string =>
  settings
    .map(
      ({ sku, warehouseId, base, target }) =>
        `${encodeURIComponent(sku)}@${encodeURIComponent(warehouseId)} ${String(base)}>${String(target)}`,
    )
    .join(', ')

/** Progress as it stands at the end of a message: ` [sent AIRM-0001@701 10>15] [open ROTI-1@701 3>4]`; empty when there is none. */
export const writeProgress = ({ sent, open, isInDoubt }: StockProgress): string =>
  [
    sent.length === 0 ? '' : ` [sent ${writeSettings(sent)}]`,
    open.length === 0 ? '' : ` [open ${writeSettings(open)}]`,
    isInDoubt ? ' [in doubt]' : '',
  ].join('')

const readSettings = (message: string, name: 'sent' | 'open'): readonly StockSetting[] => {
  const list = new RegExp(` \\[${name} ([^\\]]*)\\]`).exec(message)?.[1] ?? ''
  return list.split(', ').flatMap((text): StockSetting[] => {
    const read = /^(?<sku>[^@ ]+)@(?<warehouse>[^ ]*) (?<base>-?[\d.]+)>(?<target>-?[\d.]+)$/.exec(text)?.groups
    const { sku, warehouse, base, target } = read ?? {}
    if (sku === undefined || warehouse === undefined) return []
    return [
      {
        sku: decodeURIComponent(sku),
        warehouseId: decodeURIComponent(warehouse),
        base: Number(base),
        target: Number(target),
      },
    ]
  })
}

const readMessage = (message: string): StockProgress => ({
  sent: readSettings(message, 'sent'),
  open: readSettings(message, 'open'),
  isInDoubt: message.includes(' [in doubt]'),
})

const isSomething = ({ sent, open, isInDoubt }: StockProgress): boolean =>
  sent.length > 0 || open.length > 0 || isInDoubt

/**
 * Reads the progress of a step from its attempts, newest first. An attempt that may have left and says nothing (a lease
 * that ran out, a step put back from the journal, a mistake of ours) leaves everything that is not known to be sent in doubt.
 */
export const readProgress = (attempts: readonly Attempt[]): StockProgress => {
  let isInDoubt = false
  for (const { outcome, message } of attempts.toReversed()) {
    const said = readMessage(message)
    if (isSomething(said)) return { ...said, isInDoubt: isInDoubt || said.isInDoubt }
    if (outcome === 'absent') return { ...NO_PROGRESS, isInDoubt }
    if (outcome === 'lease-expired' || outcome === 'recovered' || outcome === 'unknown') isInDoubt = true
  }
  return { ...NO_PROGRESS, isInDoubt }
}
