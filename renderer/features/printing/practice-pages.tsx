import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'
import { logError } from '../../app/log.ts'
import { useBridge } from '../../app/till-context.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addPage, numberPages } from './printed-pages.ts'

const usePracticePages = () => {
  const bridge = useBridge()
  const [pages, setPages] = useState<readonly PracticePage[]>([])
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    const stop = bridge.onPracticePagePrinted((page) => setPages((known) => addPage(known, page)))
    bridge.listPracticePages({}).then(
      (listed) => setPages((known) => listed.reduce<readonly PracticePage[]>((all, page) => addPage(all, page), known)),
      (error: unknown) => {
        setHasFailed(true)
        logError('printing', error)
      },
    )
    return stop
  }, [bridge])
  return { pages: numberPages(pages), hasFailed }
}

/** The pages that practice mode's printer drew from the bytes it got, newest first. */
export const PracticePages = ({ utcOffsetMinutes }: { readonly utcOffsetMinutes: number }) => {
  const { t } = useTranslation('printing')
  const { pages, hasFailed } = usePracticePages()
  const [zoomedId, setZoomedId] = useState<string | null>(null)
  const zoomed = pages.find(({ page }) => page.id === zoomedId)
  return (
    <Panel title={t('pages')} className="min-w-0 flex-1">
      {pages.length === 0 ? null : <p className="-mt-1 pb-3 text-sm text-muted">{t('pagesHint')}</p>}
      {hasFailed ? <Notice tone="bad" title={t('pagesFailed')} /> : null}
      {pages.length === 0 ? (
        <EmptyState icon={<Printer size={44} aria-hidden />} title={t('pagesEmpty')}>
          {t('pagesEmptyHint')}
        </EmptyState>
      ) : (
        <ul
          aria-label={t('pages')}
          className="-mx-4 -mb-4 grid min-h-0 flex-1 grid-cols-[repeat(auto-fill,minmax(220px,1fr))] content-start items-start gap-4 overflow-y-auto bg-sunken p-4"
        >
          {pages.map(({ page, place }) => {
            const name = t(`pageName.${page.document}`, { place })
            return (
              <li key={page.id} className="flex flex-col gap-1.5">
                <button
                  type="button"
                  aria-label={t('zoom', { page: name })}
                  onClick={() => setZoomedId(page.id)}
                  className="focus-ring cursor-zoom-in overflow-hidden rounded-control border border-line bg-white p-2"
                >
                  <img
                    src={page.imageUrl}
                    alt={name}
                    width={page.widthDots}
                    height={page.heightDots}
                    loading="lazy"
                    className="h-auto w-full"
                  />
                </button>
                <p className="flex justify-between gap-2 text-sm">
                  <span className="font-semibold">{name}</span>
                  <span className="text-muted tabular-nums">
                    {formatLocalClock(page.printedAtMs, utcOffsetMinutes)}
                  </span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {zoomed === undefined ? null : (
        <Dialog
          isOpen
          size="large"
          title={t(`pageName.${zoomed.page.document}`, { place: zoomed.place })}
          closeLabel={t('close')}
          onClose={() => setZoomedId(null)}
        >
          <div className="flex flex-col items-center gap-3">
            <img
              src={zoomed.page.imageUrl}
              alt={t(`pageName.${zoomed.page.document}`, { place: zoomed.place })}
              width={zoomed.page.widthDots}
              height={zoomed.page.heightDots}
              className="h-auto max-w-full rounded-control border border-line bg-white p-2"
            />
            <p className="text-sm text-muted tabular-nums">
              {t('pageSize', {
                width: zoomed.page.widthDots,
                height: zoomed.page.heightDots,
                bytes: formatThousands(zoomed.page.byteCount),
              })}
            </p>
          </div>
        </Dialog>
      )}
    </Panel>
  )
}
