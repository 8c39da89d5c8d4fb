import { useState } from 'react'
import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { labelPrinterChoice, type LabelPrinterChoice } from './label-printer-choice.ts'

/** Which printer takes what a dialog prints: the one that the rule for its kind names, until another is chosen. */
export const useLabelPrinterChoice = (
  document: DocumentKind,
): LabelPrinterChoice & { readonly choose: (printerId: string) => void } => {
  const settings = usePrinterSettings((state) => state.settings)
  const [chosenId, choose] = useState<string | null>(null)
  return { ...labelPrinterChoice(settings, document, chosenId), choose }
}
