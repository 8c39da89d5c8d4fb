import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

export type FileButtonProps = Omit<ButtonProps, 'onPress'> & {
  /** The name of the file field that the button opens. */
  readonly fileLabel: string
  /** MIME types and endings, comma separated. */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A button that lets a person choose one file. */
export const FileButton = ({ fileLabel, accept, onFile, ...button }: FileButtonProps) => {
  const inputRef = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={inputRef}
        type="file"
        aria-label={fileLabel}
        accept={accept}
        tabIndex={-1}
        className="sr-only"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file !== undefined) onFile(file)
          // The same file may be chosen again after it was corrected.
          currentTarget.value = ''
        }}
      />
      <Button {...button} onPress={() => inputRef.current?.click()} />
    </>
  )
}
