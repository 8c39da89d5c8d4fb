import type { Page } from 'playwright-core'
import { routesTo } from '../../shared/domain/usual-printers.ts'
import type { Printer } from '../../shared/domain/printer.ts'

/** Makes this printer the register's only one, and the one for every document, as its screen would. */
export const printOnlyOn = (page: Page, printer: Printer): Promise<void> =>
  page.evaluate(
    async (settings) => {
      const saved = await window.konter.setPrinterSettings({ settings })
      if (!saved.ok) throw new Error(saved.error.message.en)
    },
    { version: 2 as const, printers: [printer], routes: routesTo(printer.id, printer.id) },
  )
