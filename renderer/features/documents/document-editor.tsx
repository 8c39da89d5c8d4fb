import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { completeDesigns } from '../../../shared/documents/complete-design.ts'
import {
  DEFAULT_DESIGNS,
  type DesignedDocument,
  type DocumentDesigns,
  REQUIRED_PARTS,
} from '../../../shared/documents/document-design.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { TillSettings } from '../../app/till.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { SegmentedField } from '../../ui/segmented-field.tsx'
import { Select } from '../../ui/select.tsx'
import { EditorPreview } from './editor-preview.tsx'
import { LogoField } from './logo-field.tsx'
import { PartList } from './part-list.tsx'

const DOCUMENTS = [
  'receipt',
  'label',
  'pick-list',
  'product-label',
  'shelf-tag',
  'invoice',
  'shift-report',
  'test-page',
] as const satisfies readonly DesignedDocument[]

const LONGEST_NOTE = 500
/** A label for goods has no room for the shop's words. */
const WITHOUT_NOTE: ReadonlySet<DesignedDocument> = new Set(['product-label', 'shelf-tag'])

/** What the shop's words are for, where they are no rule for buyers. */
const noteHintOf = (document: DesignedDocument): 'noteHint' | 'noteHintReport' | 'noteHintTest' => {
  if (document === 'shift-report') return 'noteHintReport'
  return document === 'test-page' ? 'noteHintTest' : 'noteHint'
}

const DesignParts = ({
  document,
  designs,
  onChange,
}: {
  readonly document: DesignedDocument
  readonly designs: DocumentDesigns
  readonly onChange: (designs: DocumentDesigns) => void
}) => {
  // Each document has parts of its own: the list is typed by the one that is shown.
  switch (document) {
    case 'receipt':
      return (
        <PartList
          design={designs.receipt}
          required={REQUIRED_PARTS.receipt}
          onChange={(parts) => onChange({ ...designs, receipt: { ...designs.receipt, parts } })}
        />
      )
    case 'label':
      return (
        <PartList
          design={designs.label}
          required={REQUIRED_PARTS.label}
          onChange={(parts) => onChange({ ...designs, label: { ...designs.label, parts } })}
        />
      )
    case 'pick-list':
      return (
        <PartList
          design={designs['pick-list']}
          required={REQUIRED_PARTS['pick-list']}
          onChange={(parts) => onChange({ ...designs, 'pick-list': { ...designs['pick-list'], parts } })}
        />
      )
    case 'product-label':
      return (
        <PartList
          design={designs['product-label']}
          required={REQUIRED_PARTS['product-label']}
          onChange={(parts) => onChange({ ...designs, 'product-label': { ...designs['product-label'], parts } })}
        />
      )
    case 'shelf-tag':
      return (
        <PartList
          design={designs['shelf-tag']}
          required={REQUIRED_PARTS['shelf-tag']}
          onChange={(parts) => onChange({ ...designs, 'shelf-tag': { ...designs['shelf-tag'], parts } })}
        />
      )
    case 'invoice':
      return (
        <PartList
          design={designs.invoice}
          required={REQUIRED_PARTS.invoice}
          onChange={(parts) => onChange({ ...designs, invoice: { ...designs.invoice, parts } })}
        />
      )
    case 'shift-report':
      return (
        <PartList
          design={designs['shift-report']}
          required={REQUIRED_PARTS['shift-report']}
          onChange={(parts) => onChange({ ...designs, 'shift-report': { ...designs['shift-report'], parts } })}
        />
      )
    case 'test-page':
      return (
        <PartList
          design={designs['test-page']}
          required={REQUIRED_PARTS['test-page']}
          onChange={(parts) => onChange({ ...designs, 'test-page': { ...designs['test-page'], parts } })}
        />
      )
    default:
      return assertNever(document, 'document')
  }
}

/** What stands on printed documents, beside a live picture of it by the layout that prints. */
export const DocumentEditor = ({
  draft,
  onChange,
}: {
  readonly draft: Pick<TillSettings, 'designs' | 'printsPickLists'>
  readonly onChange: (part: Partial<Pick<TillSettings, 'designs' | 'printsPickLists'>>) => void
}) => {
  const { t } = useTranslation('documents')
  const [document, setDocument] = useState<DesignedDocument>('receipt')
  const designs = completeDesigns(draft.designs)
  const change = (next: DocumentDesigns) => onChange({ designs: next })
  const { note } = designs[document]
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,11fr)_minmax(0,10fr)] gap-3 p-4">
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto pr-1">
        <Panel title={t('title')} className="shrink-0">
          <div className="grid grid-cols-2 gap-4">
            <Select
              label={t('choose')}
              value={document}
              choices={DOCUMENTS.map((value) => ({ value, label: t(`name.${value}`) }))}
              onChange={setDocument}
            />
            <SegmentedField
              label={t('language')}
              value={designs.language}
              segments={(['id', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
              onChange={(language) => change({ ...designs, language })}
            />
          </div>
        </Panel>
        <Panel
          title={t('parts')}
          className="shrink-0"
          actions={
            <Button look="quiet" onPress={() => change({ ...designs, [document]: DEFAULT_DESIGNS[document] })}>
              {t('usual')}
            </Button>
          }
        >
          <DesignParts key={document} document={document} designs={designs} onChange={change} />
          {WITHOUT_NOTE.has(document) ? null : (
            <label className="mt-4 flex flex-col gap-1">
              <span className="text-sm font-medium text-muted">{t('note')}</span>
              <textarea
                rows={3}
                maxLength={LONGEST_NOTE}
                value={note}
                className="field-box resize-none px-3 py-2"
                onChange={({ currentTarget }) =>
                  change({ ...designs, [document]: { ...designs[document], note: currentTarget.value } })
                }
              />
              <span className="text-sm text-muted">{t(noteHintOf(document))}</span>
            </label>
          )}
        </Panel>
        <Panel title={t('logo')} className="shrink-0">
          <LogoField logo={designs.logo} onChange={(logo) => change({ ...designs, logo })} />
        </Panel>
        <Panel title={t('pickLists')} className="shrink-0">
          <SegmentedControl
            label={t('pickLists')}
            value={draft.printsPickLists}
            segments={(['never', 'deliveries', 'always'] as const).map((value) => ({
              value,
              label: t(`pickListsWhen.${value}`),
            }))}
            onChange={(printsPickLists) => onChange({ printsPickLists })}
          />
        </Panel>
      </div>
      <Panel title={t('preview', { document: t(`name.${document}`) })} className="min-h-0">
        <EditorPreview document={document} designs={designs} />
      </Panel>
    </div>
  )
}
