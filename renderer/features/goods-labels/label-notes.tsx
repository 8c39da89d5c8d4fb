import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentDesigns } from '../../../shared/documents/document-design.ts'
import { createDocumentMeasure } from '../../../shared/documents/document-measure.ts'
import type { GoodsDocument } from '../../../shared/documents/goods-label-layout.ts'
import { noteGoodsLabel, noteShopName, type GoodsLabelNote } from '../../../shared/documents/goods-label-note.ts'
import type { GoodsLabel } from '../../../shared/domain/goods-label.ts'
import type { PrinterMedia } from '../../../shared/domain/printer.ts'
import { Notice } from '../../ui/notice.tsx'
import { previewSymbols } from '../printing/preview-symbols.ts'
import { useTroubleDetail } from '../printing/use-trouble-detail.ts'
import { listCharacters } from './list-characters.ts'

const measure = createDocumentMeasure(previewSymbols)

/** Text of any direction inside a sentence of ours: first strong isolate, pop directional isolate. */
const isolated = (text: string): string => `\u2068${text}\u2069`

/** A name that shows nothing is known by its SKU. */
const nameOf = ({ sku, name }: GoodsLabel, note: GoodsLabelNote): string =>
  note.type === 'replaced' && note.leftOut.length === 0 ? sku : name

export type LabelNotesProps = {
  /** Those whose names cannot be printed whole, as their labels would be ordered. */
  readonly goods: readonly GoodsLabel[]
  readonly shopName: string
  readonly document: GoodsDocument
  readonly media: PrinterMedia
  readonly designs: DocumentDesigns
}

/** Which characters of names the labels leave out and what stands there instead, as the printer would draw them. */
export const LabelNotes = ({
  goods: items,
  shopName,
  document,
  media,
  designs,
}: LabelNotesProps): ReactElement | null => {
  const { t } = useTranslation('goodsLabels')
  const detail = useTroubleDetail()
  const shop = noteShopName(shopName, { document, designs })
  const notes = useMemo(
    () =>
      items.flatMap((goods) => {
        const note = noteGoodsLabel({ goods, document, media, designs }, measure)
        return note === null ? [] : [{ goods, note }]
      }),
    [items, document, media, designs],
  )
  if (notes.length === 0 && shop === null) return null
  const words = (note: GoodsLabelNote): string => {
    if (note.type === 'refused') return t('note.refused', { reason: detail(note.trouble) })
    const { leftOut, identity } = note
    const characters = isolated(listCharacters(leftOut))
    if (note.type === 'shortened') return t('note.shortened', { characters, printed: note.printed, identity })
    return leftOut.length === 0 ? t('note.blank', { identity }) : t('note.replaced', { characters, identity })
  }
  return (
    <Notice tone="warn" title={t('note.title')}>
      <ul aria-label={t('note.title')} className="flex max-h-24 flex-col gap-1 overflow-y-auto">
        {shop === null ? null : (
          <li>
            <span className="font-semibold">{t('note.shop')}</span>
            {': '}
            {t(shop.printed === '' ? 'note.shopOff' : 'note.shopShortened', {
              characters: isolated(listCharacters(shop.leftOut)),
              printed: shop.printed,
            })}
          </li>
        )}
        {notes.map(({ goods, note }) => (
          <li key={goods.sku}>
            <bdi className="font-semibold">{nameOf(goods, note)}</bdi>
            {': '}
            {words(note)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
