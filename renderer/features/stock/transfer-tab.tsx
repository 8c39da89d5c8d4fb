import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWarehouses } from '../../storage/hooks.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { GoodsForm } from './goods-form.tsx'
import { useGoodsList } from './use-goods-list.ts'
import { useSubmitGoods } from './use-submit-goods.ts'

/** Goods that go from this register's warehouse to another one. */
export const TransferTab = () => {
  const { t } = useTranslation('stock')
  const goods = useGoodsList()
  const { submit, isPending } = useSubmitGoods(goods)
  const warehouses = useWarehouses()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const own = warehouses?.all.find((warehouse) => warehouse.id === warehouses.ownId)
  const others = warehouses?.all.filter((warehouse) => warehouse.id !== warehouses.ownId) ?? []
  const to = others.find((warehouse) => warehouse.id === chosenId) ?? others[0]
  if (to === undefined) return null
  const save = async () => {
    const { draftId: id, lines } = goods
    const title = t('transfer.approve', { to: to.name })
    const isDone = await submit(title, (approval) => ({
      id,
      kind: 'transfer',
      lines,
      toWarehouseId: to.id,
      note,
      approval,
    }))
    if (isDone) setNote('')
  }
  return (
    <GoodsForm
      goods={goods}
      fields={
        <>
          <TextField
            isReadOnly
            label={t('transfer.from')}
            value={own?.name ?? warehouses?.ownId ?? ''}
            onChange={() => undefined}
            className="w-56"
          />
          <Select
            label={t('transfer.to')}
            value={to.id}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenId}
            className="w-56"
          />
          <TextField label={t('note')} value={note} onChange={setNote} maxLength={200} className="min-w-48 flex-1" />
        </>
      }
      emptyHint={t('transfer.emptyHint')}
      saveLabel={t('transfer.save')}
      isPending={isPending}
      onSave={save}
    />
  )
}
