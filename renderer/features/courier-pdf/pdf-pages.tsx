import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'

const PageTick = ({
  number,
  isChosen,
  onTick,
  className,
  children,
}: {
  readonly number: number
  readonly isChosen: boolean
  readonly onTick: () => void
  readonly className: string
  readonly children: ReactNode
}) => {
  const { t } = useTranslation('courierPdf')
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={t('page', { number })}
      onClick={onTick}
      className={classNames(
        'focus-ring relative flex w-full items-center justify-center rounded-control border-2',
        isChosen ? 'border-accent' : 'border-line',
        className,
      )}
    >
      {children}
    </button>
  )
}

/** The pages of a file, to tick those that are printed. The first ones are shown as pictures, the others as their numbers. */
export const PdfPages = ({
  numbers,
  pictures,
  chosen,
  onChange,
}: {
  /** Of the pages that can be chosen, from 1. */
  readonly numbers: readonly number[]
  /** The first pages, drawn. */
  readonly pictures: readonly { readonly imageUrl: string }[]
  /** Page numbers, from 1. */
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}) => {
  const { t } = useTranslation('courierPdf')
  const tick = (number: number) =>
    onChange(new Set(chosen.has(number) ? [...chosen].filter((each) => each !== number) : [...chosen, number]))
  const undrawn = numbers.slice(pictures.length)
  return (
    <>
      <ul aria-label={t('pages')} className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-3">
        {pictures.map(({ imageUrl }, index) => {
          const number = index + 1
          const isChosen = chosen.has(number)
          return (
            <li key={String(number)}>
              <PageTick number={number} isChosen={isChosen} onTick={() => tick(number)} className="h-52 bg-white p-2">
                <img src={imageUrl} alt="" className="max-h-full max-w-full object-contain" />
                {isChosen ? (
                  <span className="absolute top-2 right-2 flex size-7 items-center justify-center rounded-full bg-accent text-on-accent">
                    <Check size={18} strokeWidth={3} aria-hidden />
                  </span>
                ) : null}
              </PageTick>
              <p className="pt-1 text-center text-sm text-muted">{t('page', { number })}</p>
            </li>
          )
        })}
      </ul>
      {undrawn.length === 0 ? null : (
        <>
          <p className="text-sm text-muted">{t('undrawn', { first: undrawn[0], last: undrawn.at(-1) })}</p>
          <ul aria-label={t('undrawnPages')} className="grid grid-cols-[repeat(auto-fill,minmax(72px,1fr))] gap-2">
            {undrawn.map((number) => (
              <li key={String(number)}>
                <PageTick
                  number={number}
                  isChosen={chosen.has(number)}
                  onTick={() => tick(number)}
                  className="h-11 gap-1 bg-surface px-1 font-medium tabular-nums"
                >
                  {chosen.has(number) ? <Check size={16} strokeWidth={3} aria-hidden className="text-accent" /> : null}
                  {number}
                </PageTick>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
