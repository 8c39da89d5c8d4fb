import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'

/** The pages of a file, to tick those that are printed. */
export const PdfPages = ({
  pages,
  chosen,
  onChange,
}: {
  readonly pages: readonly { readonly imageUrl: string }[]
  /** Page numbers, from 1. */
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}) => {
  const { t } = useTranslation('courierPdf')
  return (
    <ul aria-label={t('pages')} className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-3">
      {pages.map(({ imageUrl }, index) => {
        const number = index + 1
        const isChosen = chosen.has(number)
        return (
          <li key={String(number)}>
            <button
              type="button"
              aria-pressed={isChosen}
              aria-label={t('page', { number })}
              onClick={() =>
                onChange(new Set(isChosen ? [...chosen].filter((each) => each !== number) : [...chosen, number]))
              }
              className={classNames(
                'focus-ring relative flex h-52 w-full items-center justify-center rounded-control border-2 bg-white p-2',
                isChosen ? 'border-accent' : 'border-line',
              )}
            >
              <img src={imageUrl} alt="" className="max-h-full max-w-full object-contain" />
              {isChosen ? (
                <span className="absolute top-2 right-2 flex size-7 items-center justify-center rounded-full bg-accent text-on-accent">
                  <Check size={18} strokeWidth={3} aria-hidden />
                </span>
              ) : null}
            </button>
            <p className="pt-1 text-center text-sm text-muted">{t('page', { number })}</p>
          </li>
        )
      })}
    </ul>
  )
}
