import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useFileDrop } from '../../ui/use-file-drop.ts'

/** Takes a PDF by button or by drag and drop. */
export const PdfSource = ({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) => {
  const { t } = useTranslation('courierPdf')
  const inputRef = useRef<HTMLInputElement>(null)
  const dropRef = useRef<HTMLElement>(null)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file !== undefined && !isBusy) onFile(file)
  }
  const isOver = useFileDrop(dropRef, take)
  return (
    <section
      ref={dropRef}
      aria-label={t('choose')}
      className={classNames(
        'flex items-center justify-center gap-4 rounded-panel border-2 border-dashed px-4 py-5',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
    >
      <FileUp size={32} aria-hidden className="shrink-0 text-accent" />
      <p>{t('hint')}</p>
      <input
        ref={inputRef}
        type="file"
        aria-label={t('file')}
        accept="application/pdf,.pdf"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <Button look="primary" isPending={isBusy} onPress={() => inputRef.current?.click()}>
        {t('choose')}
      </Button>
    </section>
  )
}
