import { create } from 'zustand'
import type { PrinterSettings } from '../../shared/domain/printer.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'

type PrinterSettingsState = {
  /** Null until they were read. */
  readonly settings: PrinterSettings | null
  readonly take: (settings: PrinterSettings) => void
}

/** The printers as main has stored them, for previews and choices. What is saved on the screen is taken over here too. */
export const usePrinterSettings = create<PrinterSettingsState>()((set) => ({
  settings: null,
  take: (settings) => set({ settings }),
}))

/** Reads the printers from main; rejects when they cannot be read. */
export const loadPrinterSettings = async (bridge: Pick<Bridge, 'getPrinterSettings'>): Promise<void> => {
  usePrinterSettings.getState().take(await bridge.getPrinterSettings({}))
}
