import { type PrintTrouble, printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Notice } from '../../ui/notice.tsx'

/** What a person should mend about the way to a printer, with the command that does so. */
export const PrinterAdvice = ({ advice }: { readonly advice: PrintTrouble }) => {
  const say = useBilingual()
  return (
    <Notice tone="warn" title={say(printTroubleWords(advice))}>
      <code className="block pt-1 font-mono wrap-anywhere select-text">{advice.detail}</code>
    </Notice>
  )
}
