import { ArrowDown, ArrowUp, Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Design, PartDesign } from '../../../shared/documents/complete-design.ts'
import type {
  INVOICE_PARTS,
  LABEL_PARTS,
  RECEIPT_PARTS,
  SHELF_TAG_PARTS,
  SHIFT_REPORT_PARTS,
  TEST_PAGE_PARTS,
} from '../../../shared/documents/document-design.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { movePart } from './move-part.ts'

/** Every part that a document can have. */
export type PartName = (
  | typeof RECEIPT_PARTS
  | typeof LABEL_PARTS
  | typeof SHELF_TAG_PARTS
  | typeof INVOICE_PARTS
  | typeof SHIFT_REPORT_PARTS
  | typeof TEST_PAGE_PARTS
)[number]

const SIZES = ['small', 'normal', 'large'] as const

/** The parts of one document: on and off, how large, in which order. */
export const PartList = <Part extends PartName>({
  design,
  required,
  onChange,
}: {
  readonly design: Design<Part>
  readonly required: readonly string[]
  readonly onChange: (parts: readonly PartDesign<Part>[]) => void
}) => {
  const { t } = useTranslation('documents')
  const [announced, setAnnounced] = useState('')
  const { parts } = design
  const change = (index: number, part: Partial<PartDesign<Part>>) =>
    onChange(parts.map((each, place) => (place === index ? { ...each, ...part } : each)))
  const move = (index: number, by: -1 | 1, name: string) => {
    onChange(movePart(parts, index, by))
    setAnnounced(t('moved', { part: name, place: index + by + 1 }))
  }
  return (
    <>
      <ol aria-label={t('parts')} className="divide-y divide-line">
        {parts.map(({ part, isShown, size }, index) => {
          const name = t(`part.${part}`)
          return (
            <li key={part} className="flex min-h-14 items-center gap-2 py-1">
              <div className="min-w-0 flex-1">
                {required.includes(part) ? (
                  <span className="flex items-center gap-3">
                    <span className="flex w-12 shrink-0 justify-center text-muted">
                      <Lock size={18} aria-hidden />
                    </span>
                    <span className="min-w-0">
                      {name} <span className="text-sm whitespace-nowrap text-muted">{t('required')}</span>
                    </span>
                  </span>
                ) : (
                  <Switch isSelected={isShown} onChange={(shown) => change(index, { isShown: shown })}>
                    {name}
                  </Switch>
                )}
              </div>
              <Select
                label={t('size', { part: name })}
                isLabelHidden
                className="w-32 shrink-0"
                value={size}
                isDisabled={!isShown}
                choices={SIZES.map((value) => ({ value, label: t(`sizeName.${value}`) }))}
                onChange={(next) => change(index, { size: next })}
              />
              <IconButton
                label={t('up', { part: name })}
                icon={<ArrowUp size={18} aria-hidden />}
                isDisabled={index === 0}
                onPress={() => move(index, -1, name)}
              />
              <IconButton
                label={t('down', { part: name })}
                icon={<ArrowDown size={18} aria-hidden />}
                isDisabled={index === parts.length - 1}
                onPress={() => move(index, 1, name)}
              />
            </li>
          )
        })}
      </ol>
      <output className="sr-only">{announced}</output>
    </>
  )
}
