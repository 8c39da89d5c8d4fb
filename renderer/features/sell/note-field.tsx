import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import { changeNote } from './basket-actions.ts'
import { useFocusWish } from './use-focus-wish.ts'

/** The note of the sale; it goes on the sale, not on the receipt's lines. */
export const NoteField = ({ note }: { readonly note: string }) => {
  const { t } = useTranslation('sell')
  const inputRef = useRef<HTMLInputElement>(null)
  useFocusWish('note', inputRef)
  return (
    <TextField
      label={t('basket.note')}
      isLabelHidden
      placeholder={t('basket.notePlaceholder')}
      value={note}
      onChange={changeNote}
      maxLength={200}
      inputRef={inputRef}
      className="flex-1"
    />
  )
}
