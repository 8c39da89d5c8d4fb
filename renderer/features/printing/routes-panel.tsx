import { useTranslation } from 'react-i18next'
import { type DocumentKind, DOCUMENT_KINDS } from '../../../shared/domain/document-kind.ts'
import { printerFor, type PrinterSettings } from '../../../shared/domain/printer.ts'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { fitsDocument } from './printer-fits.ts'

const NOBODY = '-'
const ROUTED = DOCUMENT_KINDS.filter((document) => document !== 'test-page')

const RouteRow = ({
  document,
  settings,
  onRoute,
}: {
  readonly document: DocumentKind
  readonly settings: PrinterSettings
  readonly onRoute: (document: DocumentKind, printerId: string | null) => void
}) => {
  const { t } = useTranslation(['printers', 'printing'])
  const routedId = settings.routes.find((route) => route.document === document)?.printerId ?? null
  const fitting = settings.printers.filter(({ media }) => fitsDocument(document, media))
  const now = printerFor(settings, document)
  return (
    <li className="py-2.5">
      <Select
        label={t(`printing:document.${document}`)}
        value={routedId ?? NOBODY}
        isDisabled={fitting.length === 0}
        choices={[
          { value: NOBODY, label: t('routes.none') },
          ...fitting.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => onRoute(document, value === NOBODY ? null : value)}
      />
      {fitting.length === 0 ? <p className="pt-1 text-sm text-muted">{t('routes.noneFits')}</p> : null}
      {now === null || now.id === routedId ? null : (
        <p className="pt-1 text-sm font-medium text-warn">{t('routes.now', { printer: now.name })}</p>
      )}
    </li>
  )
}

/** Which printer each kind of document goes to. */
export const RoutesPanel = ({
  settings,
  onRoute,
}: {
  readonly settings: PrinterSettings
  readonly onRoute: (document: DocumentKind, printerId: string | null) => void
}) => {
  const { t } = useTranslation('printers')
  return (
    <Panel title={t('routes.title')} className="shrink-0">
      <p className="text-sm text-muted">{t('routes.hint')}</p>
      <ul className="divide-y divide-line">
        {ROUTED.map((document) => (
          <RouteRow key={document} document={document} settings={settings} onRoute={onRoute} />
        ))}
      </ul>
    </Panel>
  )
}
