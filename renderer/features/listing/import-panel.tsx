import { Download, FileSpreadsheet, FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Panel } from '../../ui/panel.tsx'
import { saveTextFile } from '../../ui/save-text-file.ts'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { CATALOGUE_COLUMNS, CATALOGUE_FILE_TYPES, templateCsv } from './refused-rows.ts'

/** Takes a catalogue file by button or by drag and drop, and says what it should look like. */
export const ImportPanel = ({
  hasPracticeCatalogue,
  isBusy,
  onFile,
  onPractice,
}: {
  readonly hasPracticeCatalogue: boolean
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
  readonly onPractice: () => void
}) => {
  const { t } = useTranslation('listing')
  const inputRef = useRef<HTMLInputElement>(null)
  const dropRef = useRef<HTMLElement>(null)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file !== undefined && !isBusy) onFile(file)
  }
  const isOver = useFileDrop(dropRef, take)
  return (
    <Panel title={t('import')} className="w-[360px] shrink-0 2xl:w-[420px]">
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto">
        <section
          ref={dropRef}
          aria-label={t('importTitle')}
          className={classNames(
            'flex flex-col items-center gap-3 rounded-panel border-2 border-dashed px-4 py-6 text-center',
            isOver ? 'border-accent bg-accent-soft' : 'border-edge',
          )}
        >
          <FileUp size={36} aria-hidden className="text-accent" />
          <p className="font-medium">{isOver ? t('dropNow') : t('importHint')}</p>
          <input
            ref={inputRef}
            type="file"
            aria-label={t('fileInput')}
            accept={CATALOGUE_FILE_TYPES.join(',')}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              take(event.currentTarget.files)
              // The same file may be chosen again after it was corrected.
              event.currentTarget.value = ''
            }}
          />
          <Button look="primary" isDisabled={isBusy} onPress={() => inputRef.current?.click()}>
            {t('chooseFile')}
          </Button>
        </section>
        {hasPracticeCatalogue ? (
          <Button isWide icon={<FileSpreadsheet size={18} aria-hidden />} isDisabled={isBusy} onPress={onPractice}>
            {t('practiceCatalogue')}
          </Button>
        ) : null}
        <section aria-label={t('columnsTitle')} className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold text-muted">{t('columnsTitle')}</h3>
          <dl className="flex flex-col divide-y divide-line text-sm">
            {CATALOGUE_COLUMNS.map((column) => (
              <div key={column.name} className="grid grid-cols-[76px_minmax(0,1fr)] gap-2 py-1.5">
                <dt className="font-semibold">{column.name}</dt>
                <dd className="text-muted">
                  {t(`columnMeaning.${column.name}`)}
                  {column.isRequired ? <span className="font-semibold text-ink"> ({t('required')})</span> : null}
                </dd>
              </div>
            ))}
          </dl>
          <Button
            look="quiet"
            icon={<Download size={18} aria-hidden />}
            onPress={() => saveTextFile(t('templateFile'), templateCsv())}
          >
            {t('template')}
          </Button>
        </section>
      </div>
    </Panel>
  )
}
