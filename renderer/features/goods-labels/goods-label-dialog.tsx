import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_DESIGNS } from '../../../shared/documents/document-design.ts'
import type { Item } from '../../../shared/domain/item.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import { useTill } from '../../app/till-context.tsx'
import { useSettings } from '../../storage/hooks.ts'
import { focusFirstField } from '../../ui/focus-on-mount.ts'
import { Notice } from '../../ui/notice.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { DocumentPreview } from '../printing/document-preview.tsx'
import { PrintDialog } from '../printing/print-dialog.tsx'
import { useLabelPrinterChoice } from '../printing/use-label-printer-choice.ts'
import { ItemPicker } from '../stock/item-picker.tsx'
import { useItemScans } from '../stock/use-item-scans.ts'
import {
  addWanted,
  countWanted,
  isNameNotWhole,
  MANY_LABELS,
  toGoodsLabel,
  toPrints,
  type WantedLabels,
} from './goods-label-prints.ts'
import { WantedTable } from './wanted-table.tsx'

// With the barcode library, which not every list needs.
const LabelNotes = lazy(async () => ({ default: (await import('./label-notes.tsx')).LabelNotes }))

/** Chooses items and how many labels of each, and sends them to a printer. */
export const GoodsLabelDialog = ({
  first,
  onClose,
}: {
  /** The item with which it opens; null for an empty list. */
  readonly first: Item | null
  readonly onClose: () => void
}) => {
  const { t } = useTranslation(['goodsLabels', 'printers'])
  const till = useTill()
  const settings = useSettings()
  const shopName = settings?.shop.name ?? ''
  const designs = settings?.designs ?? DEFAULT_DESIGNS
  const [wanted, setWanted] = useState<readonly WantedLabels[]>(() => (first === null ? [] : addWanted([], first)))
  const [document, setDocument] = useState<'product-label' | 'shelf-tag'>('product-label')
  const [isAskedMany, setIsAskedMany] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const { printers, printer, printerId, choose } = useLabelPrinterChoice(document)
  const count = countWanted(wanted)
  const [shown] = wanted
  const notWhole = useMemo(
    () => wanted.filter(({ item }) => isNameNotWhole(item)).map(({ item }) => toGoodsLabel(item, shopName)),
    [wanted, shopName],
  )
  const needsNotes = notWhole.length > 0 || (wanted.length > 0 && shopName !== '' && isNameNotWhole({ name: shopName }))

  const add = (item: Item) => {
    setProblem(null)
    setIsAskedMany(false)
    setWanted((all) => addWanted(all, item))
  }
  const change = (next: readonly WantedLabels[]) => {
    setIsAskedMany(false)
    setWanted(next)
  }
  const unknown = (code: string) => setProblem(t('unknown', { code }))
  useItemScans({ onItem: add, onUnknown: unknown, onError: ({ code }) => unknown(code) })

  const print = async () => {
    if (count > MANY_LABELS && !isAskedMany) {
      setIsAskedMany(true)
      return null
    }
    await till.printLoose(toPrints(wanted, document, printerId, shopName))
    return t('queued', { count, shown: formatThousands(count) })
  }
  return (
    <PrintDialog
      size="wide"
      title={t('title')}
      closeLabel={t('close')}
      printWords={t('print', { count, shown: formatThousands(count) })}
      failedWords={t('notQueued')}
      canPrint={count > 0 && printer !== undefined}
      onPrint={print}
      onClose={onClose}
    >
      <div className="grid h-[60vh] min-h-96 grid-cols-[minmax(0,1fr)_400px] gap-5">
        <div className="flex min-h-0 flex-col gap-3">
          <div ref={focusFirstField}>
            <ItemPicker label={t('search')} placeholder={t('searchHint')} onPick={add} onUnknown={unknown} />
          </div>
          {problem === null ? null : <Notice tone="warn" title={problem} />}
          {isAskedMany ? <Notice tone="warn" title={t('many', { shown: formatThousands(count) })} /> : null}
          <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-control border border-line">
            <WantedTable wanted={wanted} onChange={change} />
          </div>
          {needsNotes && printer !== undefined ? (
            <Suspense fallback={null}>
              <LabelNotes
                goods={notWhole}
                shopName={shopName}
                document={document}
                media={printer.media}
                designs={designs}
              />
            </Suspense>
          ) : null}
        </div>
        <div className="flex min-h-0 flex-col gap-4">
          <SegmentedControl
            label={t('kind')}
            value={document}
            segments={(['product-label', 'shelf-tag'] as const).map((value) => ({
              value,
              label: t(`kindName.${value}`),
            }))}
            onChange={setDocument}
          />
          {printer === undefined ? (
            <Notice tone="warn" title={t('noPrinter')} />
          ) : (
            <Select
              label={t('printer')}
              value={printer.id}
              choices={printers.map(({ id, name, media }) => ({
                value: id,
                label:
                  media.type === 'labels'
                    ? `${name} · ${formatSize(media.widthMm)} × ${formatSize(media.heightMm)} mm`
                    : `${name} · ${t('printers:paper.roll', { width: media.paperWidthMm })}`,
              }))}
              onChange={choose}
            />
          )}
          {shown === undefined || printer === undefined ? null : (
            <div className="min-h-0 overflow-y-auto rounded-control bg-sunken p-3">
              <DocumentPreview
                content={{ type: 'goods', goods: toGoodsLabel(shown.item, shopName), copies: shown.copies }}
                document={document}
                printer={printer}
                label={t('preview', { name: shown.item.name })}
              />
            </div>
          )}
        </div>
      </div>
    </PrintDialog>
  )
}

const formatSize = (mm: number): string => String(mm).replace('.', ',')
