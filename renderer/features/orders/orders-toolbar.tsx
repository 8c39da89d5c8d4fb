import { Send } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { SalesFilter } from '../../app/till.ts'
import { Button } from '../../ui/button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'

const STATES = ['all', 'waiting', 'attention', 'sent'] as const
const KINDS = ['all', 'walk-in', 'delivery'] as const

/** Search, filters and actions over the list of sales. */
export const OrdersToolbar = ({
  filter,
  onFilter,
  searchRef,
  onArrowDown,
  isSending,
  onTryNow,
}: {
  readonly filter: SalesFilter
  readonly onFilter: (filter: SalesFilter) => void
  readonly searchRef: Ref<HTMLInputElement>
  readonly onArrowDown: () => void
  readonly isSending: boolean
  readonly onTryNow: () => void
}) => {
  const { t } = useTranslation('orders')
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchField
        className="min-w-56 flex-1"
        label={t('search')}
        clearLabel={t('clearSearch')}
        placeholder={t('searchHint')}
        value={filter.text}
        inputRef={searchRef}
        onChange={(text) => onFilter({ ...filter, text })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onArrowDown()
        }}
      />
      <SegmentedControl
        className="w-[448px] shrink-0"
        label={t('filterState')}
        value={filter.state}
        segments={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Select
        isLabelHidden
        className="w-44"
        label={t('filterKind')}
        value={filter.kind}
        choices={KINDS.map((value) => ({ value, label: value === 'all' ? t('kindAll') : t(`kind.${value}`) }))}
        onChange={(kind) => onFilter({ ...filter, kind })}
      />
      <Button look="primary" icon={<Send size={18} aria-hidden />} isPending={isSending} onPress={onTryNow}>
        {isSending ? t('tryingNow') : t('tryNow')}
      </Button>
    </div>
  )
}
