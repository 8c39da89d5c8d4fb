import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { FoundPrinter } from '../../shared/ipc/printer-settings.ts'
import { findDevicePrinters, printerTitle } from './find-printers-devices.ts'
import type { SearchWay } from './find-printers-search.ts'
import { findNetworkPrinters } from './network-printers.ts'
import { listCupsQueues, type CupsQueue } from './transports/cups-queues.ts'
import { listUsbPrinters, type UsbPrinter } from './transports/list-usb-printers.ts'
import { runProgram, type RunProgram } from './transports/run-program.ts'
import { listSerialPorts, type SerialPortInfo } from './transports/serial-port.ts'
import { listSpoolerPrinters } from './transports/spooler-transport.ts'

const LISTING_MS = 8000
const NETWORK_MS = 6000
const QUEUE_MS = 3000
/** What receipt printers come set to. */
const USUAL_BAUD_RATE = 9600

/** The ways that this system has. Windows keeps USB printers to itself: there they are found in its spooler. */
export const systemSearches = (
  platform: NodeJS.Platform = process.platform,
  { opensThem } = { opensThem: true },
): readonly SearchWay[] => [
  platform === 'win32'
    ? {
        way: 'spooler',
        timeoutMs: LISTING_MS,
        look: async () => mapped(await listSpoolerPrinters(), (names) => names.map(spoolerPrinter)),
      }
    : {
        way: 'usb',
        timeoutMs: LISTING_MS,
        look: async () =>
          mapped(await listUsbPrinters(undefined, undefined, opensThem), (printers) => printers.map(usbPrinter)),
        lookElsewhere: () => findDevicePrinters(),
      },
  ...(platform === 'win32' ? [] : [{ way: 'cups', timeoutMs: LISTING_MS, look: () => findCupsQueues() } as const]),
  { way: 'network', timeoutMs: NETWORK_MS, look: () => findNetworkPrinters() },
  {
    way: 'serial',
    timeoutMs: LISTING_MS,
    look: async () => mapped(await listSerialPorts(), serialPrinters),
  },
]

const mapped = <From>(
  listed: Result<From, string>,
  map: (value: From) => readonly FoundPrinter[],
): Result<readonly FoundPrinter[], string> => (listed.ok ? success(map(listed.value)) : failure(listed.error))

/** A USB printer as a search shows it; without a name, its numbers. */
export const usbPrinter = ({
  vendorId,
  productId,
  serialNumber,
  maker,
  model,
  language,
}: UsbPrinter): FoundPrinter => ({
  transport: { type: 'usb', vendorId, productId, serialNumber },
  title: printerTitle(maker, model) || `USB ${hex(vendorId)}:${hex(productId)}`,
  language,
})

const hex = (value: number): string => value.toString(16).padStart(4, '0')

const spoolerPrinter = (name: string): FoundPrinter => ({
  transport: { type: 'spooler', name },
  title: name,
  language: null,
})

/**
 * Every serial port may have a printer behind it; those that say what is plugged in come first. A number that several have (one maker
 * gives all its adapters the same, and one adapter may have several ports) tells none from another.
 */
export const serialPrinters = (ports: readonly SerialPortInfo[]): readonly FoundPrinter[] =>
  ports
    .toSorted((one, other) => Number(one.maker === '') - Number(other.maker === ''))
    .map(({ path, maker, serialNumber }) => ({
      transport: {
        type: 'serial',
        path,
        baudRate: USUAL_BAUD_RATE,
        serialNumber: ports.filter((port) => port.serialNumber === serialNumber).length === 1 ? serialNumber : null,
      },
      title: maker === '' ? path : `${maker} (${path})`,
      language: null,
    }))

/** The queues of CUPS that can be named in settings, each with what CUPS takes it for: `Local Raw Printer` for a raw one. */
export const findCupsQueues = async (
  run: RunProgram = runProgram,
): Promise<Result<readonly FoundPrinter[], string>> => {
  const queues = await listCupsQueues(run)
  if (!queues.ok) return queues
  const usable = queues.value.filter(({ queue }) => /^[^\s/#'"?]{1,127}$/u.test(queue))
  return success(await Promise.all(usable.map((queue) => cupsPrinter(queue, run))))
}

const cupsPrinter = async ({ queue, deviceUri }: CupsQueue, run: RunProgram): Promise<FoundPrinter> => {
  const options = await run('lpoptions', ['-p', queue], { timeoutMs: QUEUE_MS })
  const text = options.type === 'ended' ? options.stdout : ''
  const kind = /printer-make-and-model='([^']*)'|printer-make-and-model=(\S+)/u.exec(text)
  return {
    transport: { type: 'cups', queue },
    title: `${queue} (${kind?.[1] ?? kind?.[2] ?? deviceUri})`,
    language: null,
  }
}
