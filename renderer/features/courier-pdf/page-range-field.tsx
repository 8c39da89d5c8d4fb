import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { pageRangeWords, parsePageRanges } from './page-ranges.ts'

/** The chosen pages as words that can be typed over, and all or none of them at once. What cannot be read chooses nothing. */
export const PageRangeField = ({
  numbers,
  chosen,
  onChange,
}: {
  /** Of the pages that can be chosen, from 1. */
  readonly numbers: readonly number[]
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}) => {
  const { t } = useTranslation('courierPdf')
  // What was typed stands until pages are chosen in another way.
  const [typed, setTyped] = useState<{ readonly words: string; readonly pages: ReadonlySet<number> } | null>(null)
  const words = typed?.pages === chosen ? typed.words : pageRangeWords(chosen)
  const last = numbers.length
  return (
    <div className="flex items-start gap-3">
      <TextField
        className="flex-1"
        label={t('ranges')}
        value={words}
        error={parsePageRanges(words, last) === null ? t('rangesUnread', { last }) : null}
        onChange={(wanted) => {
          const pages = parsePageRanges(wanted, last) ?? new Set()
          setTyped({ words: wanted, pages })
          onChange(pages)
        }}
      />
      <Button className="mt-6" onPress={() => onChange(new Set(numbers))}>
        {t('all')}
      </Button>
      <Button className="mt-6" onPress={() => onChange(new Set())}>
        {t('none')}
      </Button>
    </div>
  )
}
