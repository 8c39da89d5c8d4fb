import { setTimeout as wait } from 'node:timers/promises'
import { findPluggedPrinters } from '../../../../electron/printing/find-printers.ts'
import {
  listUsbPrinters,
  tellingOfPlugging,
  watchUsb,
} from '../../../../electron/printing/transports/list-usb-printers.ts'
import type { FoundPrinter } from '../../../../shared/ipc/printer-settings.ts'
import { RIG_PRODUCT_ID, RIG_VENDOR_ID } from './rig-gadget.ts'
import { demand, SERIAL_NUMBER, type Scenario } from './scenario.ts'
import { demandInTime } from './second-try.ts'
import { waitUntil } from './wait-until.ts'

/** A second is what a shop may wait; the emulated machine is several times slower than a till. */
const TOLD_WITHIN_MS = 2000

/** What must hold of printers that come and go. The machine runs udevd, as desktops do. */
export const hotplugScenarios: readonly Scenario[] = [
  {
    title: 'a printer is listed with maker, model, language and serial number from its own description',
    run: async () => {
      const listed = await listUsbPrinters()
      const [found] = listed.ok ? listed.value : []
      demand(
        found?.vendorId === RIG_VENDOR_ID &&
          found.productId === RIG_PRODUCT_ID &&
          found.serialNumber === SERIAL_NUMBER &&
          found.maker === 'XPRINTER' &&
          found.model === 'XP-420B' &&
          found.language === 'tspl',
        JSON.stringify(listed),
      )
      return `${String(found?.maker)} ${String(found?.model)}, ${String(found?.language)}`
    },
  },
  {
    title: 'pulling and plugging are told at once',
    run: async ({ printer }) => {
      let toldAtMs = 0
      const watching = await watchUsb(() => {
        if (toldAtMs === 0) toldAtMs = performance.now()
      })
      if (!watching.ok) throw new Error(watching.error)
      try {
        // The library begins to listen a moment later.
        await wait(500)
        const toldAfterMs = async (change: Promise<unknown>): Promise<number> => {
          toldAtMs = 0
          await change
          await waitUntil(() => (toldAtMs > 0 ? true : null), 'it is told')
          return Math.round(toldAtMs - printer.gadget.changedAtMs())
        }
        const pullTookMs = await toldAfterMs(printer.switchOff())
        const plugTookMs = await toldAfterMs(printer.switchOn(0))
        const facts = `pulled: ${String(pullTookMs)} ms, plugged: ${String(plugTookMs)} ms`
        demandInTime(pullTookMs < TOLD_WITHIN_MS && plugTookMs < TOLD_WITHIN_MS, facts)
        return facts
      } finally {
        watching.value()
      }
    },
  },
  {
    title: 'a printer that is plugged in is found without a new search, and one that is pulled goes',
    run: async ({ printer }) => {
      let found: readonly FoundPrinter[] | null = null
      const watch = tellingOfPlugging(
        watchUsb,
        async () => {
          ;({ found } = await findPluggedPrinters())
        },
        (words) => console.log(words),
      )
      const watching = await watch(() => undefined)
      if (!watching.ok) throw new Error(watching.error)
      const shows = (isThere: boolean) => (): true | null =>
        found?.some(({ transport }) => transport.type === 'usb') === isThere ? true : null
      try {
        await wait(500)
        await printer.switchOff()
        await waitUntil(shows(false), 'it is gone from what was found')
        await printer.switchOn(0)
        await waitUntil(shows(true), 'it is found')
        return `found ${String(Math.round(performance.now() - printer.gadget.changedAtMs()))} ms after it was plugged in`
      } finally {
        watching.value()
      }
    },
  },
]
