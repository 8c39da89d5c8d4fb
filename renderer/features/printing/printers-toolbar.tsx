import { Download, Plus, Upload } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

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
  const inputRef = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" icon={<Plus size={18} aria-hidden />} onPress={onAdd}>
        {t('list.add')}
      </Button>
      <span className="flex-1" />
      <Button icon={<Download size={18} aria-hidden />} onPress={onExport}>
        {t('list.exportAll')}
      </Button>
      <input
        ref={inputRef}
        type="file"
        aria-label={t('list.importFile')}
        accept=".json,application/json"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file !== undefined) onFile(file)
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
      <Button icon={<Upload size={18} aria-hidden />} onPress={() => inputRef.current?.click()}>
        {t('list.importAll')}
      </Button>
    </div>
  )
}
