import { Printer, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings } from '../../../shared/domain/printer.ts'
import { isSameWay } from '../../../shared/domain/same-way.ts'
import type { FoundPrinter } from '../../../shared/ipc/printer-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { usePrinterSearch } from './use-printer-search.ts'
import { usePrinterWords } from './use-printer-words.ts'

const FoundRow = ({
  found,
  settings,
  onChoose,
}: {
  readonly found: FoundPrinter
  readonly settings: PrinterSettings
  readonly onChoose: (found: FoundPrinter) => void
}) => {
  const { t } = useTranslation('printers')
  const words = usePrinterWords()
  const known = settings.printers.find(({ transport }) => isSameWay(transport, found.transport))
  const way = words.way(found.transport)
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(found)}
        className="focus-ring -outline-offset-2 flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover"
      >
        <Printer size={22} aria-hidden className="shrink-0 text-accent" />
        <span className="min-w-0 flex-1">
          <span className="block font-medium wrap-anywhere">{found.title.trim() === '' ? way : found.title}</span>
          <span className="block text-sm wrap-anywhere text-muted">
            {way}
            {found.language === null ? '' : ` · ${t(`languageName.${found.language}`)}`}
            {known === undefined ? '' : ` · ${t('add.known', { printer: known.name })}`}
          </span>
        </span>
      </button>
    </li>
  )
}

/** What a search for printers found, to choose from. */
export const FoundPrinters = ({
  settings,
  onChoose,
}: {
  readonly settings: PrinterSettings
  readonly onChoose: (found: FoundPrinter) => void
}) => {
  const { t } = useTranslation('printers')
  const { state, searchAgain } = usePrinterSearch()
  const troubles = state.type === 'found' ? state.search.troubles : []
  return (
    <section aria-label={t('add.found')} className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold">{t('add.found')}</h3>
        <Button icon={<RefreshCw size={18} aria-hidden />} isPending={state.type === 'searching'} onPress={searchAgain}>
          {t('add.again')}
        </Button>
      </div>
      {state.type === 'searching' ? <output className="py-4 text-muted">{t('add.searching')}</output> : null}
      {state.type === 'failed' ? <Notice tone="bad" title={t('add.failed')} /> : null}
      {state.type === 'found' && state.search.found.length === 0 ? (
        <p className="py-2 text-muted">{t('add.foundNone')}</p>
      ) : null}
      {state.type === 'found' && state.search.found.length > 0 ? (
        <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-control border border-line">
          {state.search.found.map((found) => (
            <FoundRow key={JSON.stringify(found.transport)} found={found} settings={settings} onChoose={onChoose} />
          ))}
        </ul>
      ) : null}
      {troubles.length === 0 ? null : (
        <div className="text-sm text-muted">
          <p className="font-medium">{t('add.notSearched')}</p>
          <ul>
            {troubles.map(({ way, detail }) => (
              <li key={way} className="wrap-anywhere select-text">
                {t(`searchWay.${way}`)}: {detail}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
