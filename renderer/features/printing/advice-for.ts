import type { Bilingual } from '../../../shared/domain/bilingual.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { printerProblemWords } from '../../../shared/domain/printer-condition.ts'
import type { PrinterState } from './printer-state.ts'

/**
 * What is to be done about a printer, a sentence each; nothing when there is nothing to do. `say` picks the language,
 * `connectIt` is what to do about a printer that is not there.
 */
export const adviceFor = (
  state: PrinterState,
  say: (words: Bilingual) => string,
  connectIt: string,
): readonly string[] => {
  if (state.type === 'problems') return state.problems.map((problem) => say(printerProblemWords(problem)))
  if (state.type === 'absent') return [connectIt]
  const trouble = state.type === 'failed' || state.type === 'asking' ? state.trouble : null
  return trouble === null ? [] : [say(printTroubleWords(trouble))]
}
