import { type Printer, type TransportSettings, transportSettingsSchema } from './printer.ts'

type SerialWay = Extract<TransportSettings, { type: 'serial' }>

/**
 * Whether two ways lead to the same printer, so far as one can tell. A serial port is its adapter's number where both have one, else its
 * path, at any baud rate.
 */
export const isSameWay = (left: TransportSettings, right: TransportSettings): boolean =>
  left.type === 'serial' && right.type === 'serial'
    ? isSamePort(left, right)
    : JSON.stringify(transportSettingsSchema.parse(left)) === JSON.stringify(transportSettingsSchema.parse(right))

const isSamePort = (left: SerialWay, right: SerialWay): boolean =>
  left.serialNumber === null || right.serialNumber === null
    ? left.path === right.path
    : left.serialNumber === right.serialNumber

/** What all set-ups of one machine among these printers have in common (another roll in it); practice mode's are one each. */
export const machineOf = (printer: Printer, printers: readonly Printer[]): string => {
  const { id, transport } = printer
  if (transport.type === 'practice') return id
  if (transport.type !== 'serial') return JSON.stringify(transport)
  const first = printers.find((other) => isSameWay(other.transport, transport)) ?? printer
  // The first may itself be known by its path to an earlier one; each step goes towards the beginning of the list.
  return first === printer || first.id === id ? JSON.stringify(transport) : machineOf(first, printers)
}
