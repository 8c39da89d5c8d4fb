import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STOCK_REASONS, STOCK_REASON_WORDS, type StockReason } from '../../../shared/domain/stock-document.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { GoodsForm } from './goods-form.tsx'
import { useGoodsList } from './use-goods-list.ts'
import { useSubmitGoods } from './use-submit-goods.ts'

/** Goods that come in or go out other than by a sale, with a reason. */
export const MoveTab = () => {
  const { t } = useTranslation('stock')
  const say = useBilingual()
  const goods = useGoodsList()
  const { submit, isPending } = useSubmitGoods(goods)
  const [kind, setKind] = useState<'in' | 'out'>('in')
  const [reasons, setReasons] = useState<Readonly<Record<'in' | 'out', StockReason>>>({
    in: STOCK_REASONS.in[0],
    out: STOCK_REASONS.out[0],
  })
  const [note, setNote] = useState('')
  const choices = STOCK_REASONS[kind].map((value) => ({ value, label: say(STOCK_REASON_WORDS[value]) }))
  const save = async () => {
    const { draftId: id, lines } = goods
    const reason = reasons[kind]
    const isDone = await submit(t(`move.approve.${kind}`), (approval) => ({ id, kind, lines, reason, note, approval }))
    if (isDone) setNote('')
  }
  return (
    <GoodsForm
      goods={goods}
      fields={
        <>
          <SegmentedControl
            label={t('move.direction')}
            value={kind}
            onChange={setKind}
            segments={[
              { value: 'in', label: t('move.in'), icon: <ArrowDownToLine size={18} aria-hidden /> },
              { value: 'out', label: t('move.out'), icon: <ArrowUpFromLine size={18} aria-hidden /> },
            ]}
          />
          <Select
            label={t('move.reason')}
            value={reasons[kind]}
            choices={choices}
            onChange={(reason) => setReasons({ ...reasons, [kind]: reason })}
            className="w-64"
          />
          <TextField label={t('note')} value={note} onChange={setNote} maxLength={200} className="min-w-48 flex-1" />
        </>
      }
      emptyHint={t(`move.emptyHint.${kind}`)}
      saveLabel={t(`move.save.${kind}`)}
      isPending={isPending}
      onSave={save}
    />
  )
}
