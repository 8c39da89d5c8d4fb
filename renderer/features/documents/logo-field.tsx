import { ImagePlus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GreyImage } from '../../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../../shared/documents/layout.ts'
import { logError } from '../../app/log.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LayoutSvg } from '../printing/layout-svg.tsx'
import { readLogo } from './read-logo.ts'

/** Of the heads that most printers have (203 dpi). */
const DOTS_PER_MM = 8

/** The logo in black and white, as the printer draws it. */
const LogoPicture = ({ image }: { readonly image: GreyImage }) => {
  const { t } = useTranslation('documents')
  const layout = useMemo((): DocumentLayout => {
    const size = { widthMm: image.widthPx / DOTS_PER_MM, heightMm: image.heightPx / DOTS_PER_MM }
    return { ...size, primitives: [{ type: 'image', image, xMm: 0, yMm: 0, ...size }] }
  }, [image])
  return (
    <div className="w-40 shrink-0 rounded-control border border-line bg-white p-1">
      <LayoutSvg layout={layout} label={t('logoAlt')} dotsPerMm={DOTS_PER_MM} />
    </div>
  )
}

/** Chooses, replaces and removes the shop's logo. */
export const LogoField = ({
  logo,
  onChange,
}: {
  readonly logo: GreyImage | null
  readonly onChange: (logo: GreyImage | null) => void
}) => {
  const { t } = useTranslation('documents')
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File) => {
    const read = await readLogo(file)
    setProblem(null)
    if (read.type === 'read') onChange(read.image)
    else setProblem(t(read.type === 'too-large' ? 'logoTooLarge' : 'logoFailed'))
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        {logo === null ? null : <LogoPicture image={logo} />}
        <FileButton
          icon={<ImagePlus size={18} aria-hidden />}
          fileLabel={t('logo')}
          accept="image/png,image/jpeg"
          onFile={(file) => {
            take(file).catch((error: unknown) => logError('documents', error))
          }}
        >
          {t(logo === null ? 'logoChoose' : 'logoReplace')}
        </FileButton>
        {logo === null ? null : (
          <Button look="quiet" icon={<Trash2 size={18} aria-hidden />} onPress={() => onChange(null)}>
            {t('logoRemove')}
          </Button>
        )}
      </div>
      <p className="text-sm text-muted">{t('logoHint')}</p>
      {problem === null ? null : <Notice tone="bad" title={problem} />}
    </div>
  )
}
