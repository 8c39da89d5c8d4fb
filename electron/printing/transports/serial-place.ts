import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { TransportSettings } from '../../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import type { SerialPortLists } from './recent-serial-ports.ts'
import { withinTime } from './within-time.ts'

/** Where a serial printer was when it was set up. */
export type SerialPlace = Pick<Extract<TransportSettings, { type: 'serial' }>, 'path' | 'serialNumber'>

const LIST_TIMEOUT_MS = 5000

/**
 * The path that a serial printer's port has now. Systems number adapters as they come, so two of them may have changed places:
 * one with a serial number is looked for by it. The stored path counts only when no port has the number and the port there has no
 * other one, so that nothing prints on another printer; else the printer is not found.
 */
export const presentSerialPath = async (
  { path, serialNumber }: SerialPlace,
  list: SerialPortLists['now'],
  timeoutMs = LIST_TIMEOUT_MS,
): Promise<Result<string, PrintTrouble>> => {
  if (serialNumber === null) return success(path)
  const listed = (await withinTime(list(), timeoutMs)) ?? failure('the serial ports were not listed in time')
  if (!listed.ok) return failure(printTrouble('not-found', listed.error))
  const ports = listed.value
  const carriers = ports.filter((port) => port.serialNumber === serialNumber)
  if (carriers.some((port) => port.path === path)) return success(path)
  const [carrier, ...others] = carriers
  if (carrier !== undefined) {
    return others.length === 0
      ? success(carrier.path)
      : failure(printTrouble('not-found', `${String(carriers.length)} serial ports with the number ${serialNumber}`))
  }
  const isTaken = ports.some((port) => port.path === path && port.serialNumber !== null)
  return isTaken
    ? failure(printTrouble('not-found', `no serial port with the number ${serialNumber}; ${path} has another`))
    : success(path)
}
