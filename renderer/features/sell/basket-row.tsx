import { X } from 'lucide-react'
import { type KeyboardEvent, memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { lineAmount } from '../../../shared/domain/price-basket.ts'
import { actionFor } from '../../app/keyboard-map.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { changeSelectedBy, takeOutLine } from './basket-actions.ts'
import { LineActions, LinePrice } from './line-price.tsx'
import { LineQuantity } from './line-quantity.tsx'
import { requestForLine } from './sell-dialogs.ts'
import { requestFocus, selectLine } from './sell-store.ts'

type BasketRowProps = {
  readonly line: BasketLine
  readonly previousId: string | null
  readonly nextId: string | null
  /** What may be sold of it when the basket wants more; null when it does not, or nothing is known. */
  readonly shortage: number | null
  /** Selling more than there is needs leave that nobody has given yet. */
  readonly isStockGuarded: boolean
  /** Outside PPN, while other lines are not. */
  readonly isUntaxed: boolean
  readonly isUnweighed: boolean
  readonly isSelected: boolean
  readonly selectedRef: RefObject<HTMLButtonElement | null> | null
  readonly quantityRef: RefObject<HTMLInputElement | null> | null
}

/** One line: what, how many, at what price, how much. Its name is a button that takes the line's keys. */
export const BasketRow = memo((props: BasketRowProps) => {
  const { line, previousId, nextId, isSelected, selectedRef, quantityRef } = props
  const { t } = useTranslation('sell')
  const { name } = line.item
  const moveTo = (lineId: string | null) => {
    if (lineId === null) return
    selectLine(lineId)
    requestFocus('basket')
  }
  const takeOut = () => {
    takeOutLine(line.id)
    requestFocus(previousId === null && nextId === null ? 'search' : 'basket')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const action = actionFor('basket', event.key)
    if (action === 'moveLine') moveTo(event.key === 'ArrowDown' ? nextId : previousId)
    else if (action === 'increase') changeSelectedBy(1)
    else if (action === 'decrease') changeSelectedBy(-1)
    else if (action === 'removeLine') takeOut()
    else if (action === 'editQuantity') requestFocus('quantity')
    else if (action === 'lineDiscount') requestForLine('line-discount', line.id)
    else if (action === 'overridePrice') requestForLine('price', line.id)
    else if (action === 'leaveBasket') requestFocus('search')
    else return
    event.preventDefault()
  }
  return (
    <li
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(
        'col-span-full grid min-h-16 grid-cols-subgrid items-center gap-x-2 border-b border-line py-1 pr-1',
        isSelected && 'bg-accent-soft shadow-[inset_4px_0_0_var(--color-accent)]',
      )}
    >
      <div className="flex min-w-0 items-center gap-1 pl-4">
        <div className="flex min-w-0 flex-1 flex-col py-1 leading-snug">
          <button
            ref={selectedRef}
            type="button"
            tabIndex={isSelected ? 0 : -1}
            onFocus={() => {
              if (!isSelected) selectLine(line.id)
            }}
            onKeyDown={onKeyDown}
            className="focus-ring -ml-1 min-h-6 cursor-default rounded-sm px-1 text-left outline-offset-0!"
          >
            <span className="line-clamp-2 font-medium wrap-anywhere">{name}</span>
          </button>
          <LinePrice
            line={line}
            shortage={props.shortage}
            isStockGuarded={props.isStockGuarded}
            isUntaxed={props.isUntaxed}
          />
        </div>
        {isSelected ? <LineActions line={line} /> : null}
      </div>
      <LineQuantity line={line} isUnweighed={props.isUnweighed} isSelected={isSelected} inputRef={quantityRef} />
      <Money amount={lineAmount(line)} className="text-right text-lg font-semibold" />
      <IconButton
        label={t('basket.remove', { name })}
        icon={<X size={18} aria-hidden />}
        onPress={() => {
          takeOutLine(line.id)
          requestFocus('search')
        }}
      />
    </li>
  )
})
BasketRow.displayName = 'BasketRow'
