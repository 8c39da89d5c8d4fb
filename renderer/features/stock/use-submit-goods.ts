import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Approval } from '../../../shared/domain/approval.ts'
import type { StockDraft } from '../../app/stock-commands.ts'
import { useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { requestApproval } from '../approval/approval-store.ts'
import type { GoodsList } from './use-goods-list.ts'

/** Asks for leave, submits the form's goods as one document and empties the form. True when it was done. */
export const useSubmitGoods = (goods: GoodsList) => {
  const { t } = useTranslation('stock')
  const till = useTill()
  const say = useBilingual()
  const [isPending, setIsPending] = useState(false)
  const submit = async (title: string, draftOf: (approval: Approval) => StockDraft): Promise<boolean> => {
    goods.setMessage(null)
    const approval = await requestApproval({ permission: 'adjust-stock', title, needsReason: false })
    if (approval === null) return false
    setIsPending(true)
    try {
      const submitted = await till.submitStockDocument(draftOf(approval))
      if (!submitted.ok) {
        goods.setMessage({ tone: 'bad', text: say(submitted.error.message) })
        return false
      }
      goods.startAnew()
      goods.setMessage({ tone: 'good', text: t('move.submitted', { number: submitted.value.number }) })
      return true
    } finally {
      setIsPending(false)
    }
  }
  return { submit, isPending }
}
