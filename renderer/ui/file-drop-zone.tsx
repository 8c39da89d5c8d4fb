import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { classNames } from './class-names.ts'
import { FileButton } from './file-button.tsx'
import { useFileDrop } from './use-file-drop.ts'

/** Takes one file at a time, by button or by drag and drop. */
export const FileDropZone = ({
  label,
  hint,
  dropHint,
  busyHint,
  buttonWords,
  fileLabel,
  accept,
  isBusy,
  isStacked = false,
  onFile,
}: {
  readonly label: string
  readonly hint: string
  /** Stands in place of the hint while a file is held over it. */
  readonly dropHint: string
  /** Stands there while the last file is still read; the hint does where the screen says so elsewhere. */
  readonly busyHint?: string
  readonly buttonWords: string
  /** The name of the file field. */
  readonly fileLabel: string
  /** MIME types and endings, comma separated. */
  readonly accept: string
  /** True while the last file is still read: no other is taken. */
  readonly isBusy: boolean
  /** For narrow places: one below the other. */
  readonly isStacked?: boolean
  readonly onFile: (file: File) => void
}) => {
  const dropRef = useRef<HTMLElement>(null)
  const take = (file: File | undefined) => {
    if (file !== undefined && !isBusy) onFile(file)
  }
  const isOver = useFileDrop(dropRef, (files) => take(files?.[0]))
  return (
    <section
      ref={dropRef}
      aria-label={label}
      className={classNames(
        'flex items-center justify-center rounded-panel border-2 border-dashed px-4 py-5',
        isStacked ? 'flex-col gap-3 text-center' : 'gap-4',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
    >
      <FileUp size={36} aria-hidden className="shrink-0 text-accent" />
      <p className="font-medium">{isBusy ? (busyHint ?? hint) : isOver ? dropHint : hint}</p>
      <FileButton look="primary" fileLabel={fileLabel} accept={accept} isPending={isBusy} onFile={take}>
        {buttonWords}
      </FileButton>
    </section>
  )
}
