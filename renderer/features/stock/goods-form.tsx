import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GoodsTable } from './goods-table.tsx'
import { ItemPicker } from './item-picker.tsx'
import type { GoodsList } from './use-goods-list.ts'

type GoodsFormProps = {
  readonly goods: GoodsList
  /** The fields above the goods. */
  readonly fields: ReactNode
  readonly emptyHint: string
  readonly saveLabel: string
  readonly isPending: boolean
  readonly onSave: () => Promise<void>
}

/** A form over a list of goods: its own fields, goods found by scan or words, their quantities, one button. */
export const GoodsForm = ({ goods, fields, emptyHint, saveLabel, isPending, onSave }: GoodsFormProps) => {
  const { t } = useTranslation('stock')
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      <div className="flex flex-wrap items-end gap-3">{fields}</div>
      <ItemPicker
        label={t('move.search')}
        placeholder={t('picker.placeholder')}
        onPick={goods.add}
        onUnknown={goods.showUnknown}
      />
      {goods.message === null ? null : <Notice tone={goods.message.tone} title={goods.message.text} />}
      <GoodsTable goods={goods} emptyHint={emptyHint} />
      <div className="flex shrink-0 justify-end">
        <Button
          look="primary"
          size="large"
          isPending={isPending}
          isDisabled={goods.lines.length === 0}
          onPress={() => void onSave()}
        >
          {saveLabel}
        </Button>
      </div>
    </div>
  )
}
