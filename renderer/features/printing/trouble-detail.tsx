import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { useTroubleDetail } from './use-trouble-detail.ts'

/** What stands in the way besides the words of a trouble; nothing when nobody said. */
export const TroubleDetail = ({ trouble }: { readonly trouble: PrintTrouble }) => {
  const detail = useTroubleDetail()(trouble)
  return detail === '' ? null : <span className="block wrap-anywhere text-muted select-text">{detail}</span>
}
