import { Download, FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { FileDropZone } from '../../ui/file-drop-zone.tsx'
import { Panel } from '../../ui/panel.tsx'
import { saveTextFile } from '../../ui/save-text-file.ts'
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
  return (
    <Panel title={t('import')} className="w-[360px] shrink-0 2xl:w-[420px]">
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto">
        <FileDropZone
          isStacked
          label={t('importTitle')}
          hint={t('importHint')}
          dropHint={t('dropNow')}
          buttonWords={t('chooseFile')}
          fileLabel={t('fileInput')}
          accept={CATALOGUE_FILE_TYPES.join(',')}
          isBusy={isBusy}
          onFile={onFile}
        />
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
