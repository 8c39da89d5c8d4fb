import { X } from 'lucide-react'
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { LARGEST_QUANTITY, lineAmount } from '../../../shared/domain/basket-rules.ts'
import { actionFor } from '../../app/keyboard-map.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { QuantityStepper } from '../../ui/quantity-stepper.tsx'
import { signedCount } from '../../ui/signed-count.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { changeQuantity, changeSelectedBy, requestFocus, selectLine, takeOutLine } from './sell-store.ts'

type BasketRowProps = {
  readonly line: BasketLine
  readonly previous: BasketLine | null
  readonly next: BasketLine | null
  /** What may be sold of it as far as is known; null when nothing is. */
  readonly available: number | null
  readonly isSelected: boolean
  readonly selectedRef: RefObject<HTMLButtonElement | null> | null
}

/** One line: what, how many, at what price, how much. Its name is a button that takes the line's keys. */
export const BasketRow = memo(({ line, previous, next, available, isSelected, selectedRef }: BasketRowProps) => {
  const { t } = useTranslation('sell')
  const rowRef = useRef<HTMLLIElement>(null)
  const { name } = line.item
  useEffect(() => {
    if (isSelected) rowRef.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected, line.quantity])

  const moveTo = (target: BasketLine | null) => {
    if (target === null) return
    selectLine(target)
    requestFocus('basket')
  }
  const takeOut = () => {
    takeOutLine(line)
    requestFocus(previous === null && next === null ? 'search' : 'basket')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const action = actionFor('basket', event.key)
    if (action === 'moveLine') moveTo(event.key === 'ArrowDown' ? next : previous)
    else if (action === 'increase') changeSelectedBy(1)
    else if (action === 'decrease') changeSelectedBy(-1)
    else if (action === 'removeLine') takeOut()
    else if (action === 'editQuantity') rowRef.current?.querySelector('input')?.focus()
    else if (action === 'leaveBasket') requestFocus('search')
    else return
    event.preventDefault()
  }
  return (
    <li
      ref={rowRef}
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(
        'col-span-full grid min-h-16 grid-cols-subgrid items-center gap-x-2 border-b border-line py-1 pr-1',
        isSelected && 'bg-accent-soft shadow-[inset_4px_0_0_var(--color-accent)]',
      )}
    >
      <button
        ref={selectedRef}
        type="button"
        tabIndex={isSelected ? 0 : -1}
        onFocus={() => {
          if (!isSelected) selectLine(line)
        }}
        onKeyDown={onKeyDown}
        className="focus-ring -outline-offset-2 min-h-14 min-w-0 cursor-default rounded-control py-1 pl-4 text-left leading-snug"
      >
        <span className="line-clamp-2 font-medium wrap-anywhere">{name}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <Money amount={line.unitPrice} />
          {available !== null && available < line.quantity ? (
            <StateBadge tone="warn" className="gap-1 px-2 py-0 text-xs">
              {t('basket.overStock', { available: signedCount(available) })}
            </StateBadge>
          ) : null}
        </span>
      </button>
      <QuantityStepper
        label={t('basket.quantityOf', { name })}
        decreaseLabel={t('basket.decrease', { name })}
        increaseLabel={t('basket.increase', { name })}
        value={line.quantity}
        maximum={LARGEST_QUANTITY}
        onChange={(quantity) => changeQuantity(line, quantity)}
        onLeave={(key) => requestFocus(key === 'Enter' ? 'search' : 'basket')}
      />
      <Money amount={lineAmount(line)} className="text-right text-lg font-semibold" />
      <IconButton
        label={t('basket.remove', { name })}
        icon={<X size={18} aria-hidden />}
        onPress={() => {
          takeOutLine(line)
          requestFocus('search')
        }}
      />
    </li>
  )
})
BasketRow.displayName = 'BasketRow'
