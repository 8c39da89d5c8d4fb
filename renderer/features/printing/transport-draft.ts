import { z } from 'zod'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { TransportSettings } from '../../../shared/domain/printer.ts'

/** A printer that was found on USB; it cannot be typed. */
export type UsbPlace = Extract<TransportSettings, { type: 'usb' }>

/** A serial port. */
type SerialPlace = Extract<TransportSettings, { type: 'serial' }>

/** The way to a printer as typed: every field is kept while another way is chosen. */
export type TransportDraft = {
  readonly type: TransportSettings['type']
  readonly host: string
  readonly port: string
  readonly devicePath: string
  readonly serialPath: string
  readonly baudRate: string
  readonly spoolerName: string
  readonly queue: string
  readonly folder: string
  readonly usb: UsbPlace | null
  /** The port whose adapter's number is known; typing another path leaves it behind. */
  readonly serial: SerialPlace | null
}

/** The fields of the way that can be wrong. */
export type TransportField =
  | 'host'
  | 'port'
  | 'devicePath'
  | 'serialPath'
  | 'baudRate'
  | 'spoolerName'
  | 'queue'
  | 'folder'
  | 'usb'

const EMPTY: Omit<TransportDraft, 'type'> = {
  host: '',
  port: '9100',
  devicePath: '/dev/usb/lp0',
  serialPath: '',
  baudRate: '9600',
  spoolerName: '',
  queue: '',
  folder: '',
  usb: null,
  serial: null,
}

/** A draft of this way with nothing typed in yet. */
export const emptyTransport = (type: TransportSettings['type']): TransportDraft => ({ ...EMPTY, type })

/** The draft of a way. */
export const draftTransport = (transport: TransportSettings): TransportDraft => {
  const draft = emptyTransport(transport.type)
  switch (transport.type) {
    case 'tcp':
      return { ...draft, host: transport.host, port: String(transport.port) }
    case 'usb':
      return { ...draft, usb: transport }
    case 'device':
      return { ...draft, devicePath: transport.path }
    case 'serial':
      return { ...draft, serialPath: transport.path, baudRate: String(transport.baudRate), serial: transport }
    case 'spooler':
      return { ...draft, spoolerName: transport.name }
    case 'cups':
      return { ...draft, queue: transport.queue }
    case 'file':
      return { ...draft, folder: transport.folder }
    case 'practice':
      return draft
    default:
      return assertNever(transport, 'transport')
  }
}

const wholeSchema = (least: number, most: number) =>
  z.string().trim().regex(/^\d+$/u).transform(Number).pipe(z.number().int().min(least).max(most))

const SCHEMAS = {
  host: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/u),
  port: wholeSchema(1, 65_535),
  baudRate: wholeSchema(1200, 921_600),
  path: z.string().trim().min(1),
  queue: z
    .string()
    .trim()
    .regex(/^[^\s/#'"?]{1,127}$/u),
} as const

/** Reads the draft: a way to a printer, or the fields that are wrong. */
export const readTransport = (
  draft: TransportDraft,
): { readonly transport: TransportSettings | null; readonly wrong: readonly TransportField[] } => {
  const wrong: TransportField[] = []
  const take = <Value>(field: Exclude<TransportField, 'usb'>, schema: z.ZodType<Value>, fallback: Value): Value => {
    const parsed = schema.safeParse(draft[field])
    if (parsed.success) return parsed.data
    wrong.push(field)
    return fallback
  }
  const read = (): TransportSettings => {
    switch (draft.type) {
      case 'practice':
        return { type: 'practice' }
      case 'tcp':
        return { type: 'tcp', host: take('host', SCHEMAS.host, ''), port: take('port', SCHEMAS.port, 0) }
      case 'usb':
        if (draft.usb === null) wrong.push('usb')
        return draft.usb ?? { type: 'usb', vendorId: 0, productId: 0, serialNumber: null }
      case 'device':
        return { type: 'device', path: take('devicePath', SCHEMAS.path, '') }
      case 'serial': {
        const path = take('serialPath', SCHEMAS.path, '')
        const baudRate = take('baudRate', SCHEMAS.baudRate, 0)
        const serialNumber = draft.serial?.path === path ? draft.serial.serialNumber : null
        return { type: 'serial', path, baudRate, serialNumber }
      }
      case 'spooler':
        return { type: 'spooler', name: take('spoolerName', SCHEMAS.path, '') }
      case 'cups':
        return { type: 'cups', queue: take('queue', SCHEMAS.queue, '') }
      case 'file':
        return { type: 'file', folder: take('folder', SCHEMAS.path, '') }
      default:
        return assertNever(draft.type, 'transport')
    }
  }
  const transport = read()
  return { transport: wrong.length === 0 ? transport : null, wrong }
}
