import { Download, Plus, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'

/** Adds a printer, saves all of them to a file, takes them from one. */
export const PrintersToolbar = ({
  onAdd,
  onExport,
  onFile,
}: {
  readonly onAdd: () => void
  readonly onExport: () => void
  readonly onFile: (file: File) => void
}) => {
  const { t } = useTranslation('printers')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" icon={<Plus size={18} aria-hidden />} onPress={onAdd}>
        {t('list.add')}
      </Button>
      <span className="flex-1" />
      <Button icon={<Download size={18} aria-hidden />} onPress={onExport}>
        {t('list.exportAll')}
      </Button>
      <FileButton
        icon={<Upload size={18} aria-hidden />}
        fileLabel={t('list.importFile')}
        accept=".json,application/json"
        onFile={onFile}
      >
        {t('list.importAll')}
      </FileButton>
    </div>
  )
}
