import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Printer, PrinterMedia, TransportSettings } from '../../../shared/domain/printer.ts'
import { millimetresText } from './read-millimetres.ts'

const hex = (id: number): string => id.toString(16).padStart(4, '0')

/** A printer's way, paper and language in words. */
export const usePrinterWords = (): {
  readonly way: (transport: TransportSettings) => string
  readonly paper: (media: PrinterMedia) => string
  readonly speaks: (printer: Pick<Printer, 'language' | 'dpi'>) => string
} => {
  const { t, i18n } = useTranslation('printers')
  const length = (valueMm: number) => (i18n.language === 'en' ? String(valueMm) : millimetresText(valueMm))
  return {
    way: (transport) => {
      switch (transport.type) {
        case 'practice':
          return t('way.practice')
        case 'tcp':
          return t('way.tcp', { host: transport.host, port: transport.port })
        case 'usb': {
          const ids = `${hex(transport.vendorId)}:${hex(transport.productId)}`
          return transport.serialNumber === null
            ? t('way.usb', { ids })
            : t('way.usbSerial', { ids, serial: transport.serialNumber })
        }
        case 'device':
          return t('way.device', { path: transport.path })
        case 'serial': {
          const { path, baudRate, serialNumber } = transport
          return serialNumber === null
            ? t('way.serial', { path, baudRate })
            : t('way.serialNumbered', { path, baudRate, serial: serialNumber })
        }
        case 'spooler':
          return t('way.spooler', { name: transport.name })
        case 'cups':
          return t('way.cups', { queue: transport.queue })
        case 'file':
          return t('way.file', { folder: transport.folder })
        default:
          return assertNever(transport, 'transport')
      }
    },
    paper: (media) => {
      if (media.type === 'roll') {
        const roll = t('paper.roll', { width: media.paperWidthMm })
        return media.cuts ? `${roll}, ${t('paper.cuts')}` : roll
      }
      const { across, separator } = media
      const size = { width: length(media.widthMm), height: length(media.heightMm) }
      const labels = across === 1 ? t('paper.labels', size) : t('paper.labelsAcross', { ...size, across })
      if (separator.type === 'none') return `${labels}, ${t('paper.none')}`
      return separator.type === 'gap'
        ? `${labels}, ${t('paper.gap', { length: length(separator.gapMm) })}`
        : `${labels}, ${t('paper.mark', { length: length(separator.markMm) })}`
    },
    speaks: ({ language, dpi }) => t('speaksAt', { language: t(`languageName.${language}`), dpi }),
  }
}
