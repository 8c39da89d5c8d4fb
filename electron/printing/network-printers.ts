import { EventEmitter } from 'node:events'
import { isIPv4 } from 'node:net'
import type { Service } from 'bonjour-service'
import { z } from 'zod'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { FoundPrinter } from '../../shared/ipc/printer-settings.ts'
import { errorWords } from './transport.ts'
import { languageOf } from './transports/ieee1284-id.ts'

export type NetworkSearch = {
  /** How long printers have to answer. */
  readonly timeMs: number
  /** The address of the only network interface to ask on; left out, the system's own choice. */
  readonly interfaceAddress?: string
}

/** Printers answer within a second; those that sleep are asked again. */
export const NETWORK_SEARCH: NetworkSearch = { timeMs: 3000 }

const ASK_AGAIN_MS = 1000
const RAW_PORT = 9100

/**
 * Network printers that announce themselves by mDNS, as raw printing or as LPD; the latter are taken to print raw on port
 * 9100 too, as nearly all do. The failure is the system's words, where nothing can be asked.
 */
export const findNetworkPrinters = async (
  search: NetworkSearch = NETWORK_SEARCH,
): Promise<Result<readonly FoundPrinter[], string>> => {
  try {
    return success(printersOf(await browse(search)))
  } catch (error) {
    return failure(errorWords(error))
  }
}

/** Everything that answers; rejects when the network cannot be asked. The socket is closed in the end. */
const browse = async ({ timeMs, interfaceAddress }: NetworkSearch): Promise<readonly Service[]> => {
  const { default: Bonjour } = await import('bonjour-service')
  const wires: Record<string, unknown> = interfaceAddress === undefined ? {} : { interface: interfaceAddress }
  const timers: NodeJS.Timeout[] = []
  const bonjour = new Bonjour(wires)
  try {
    return await new Promise((resolve, reject) => {
      const wire = wireOf(bonjour)
      let warning: Error | null = null
      // Without a listener an error of the socket would end the process.
      wire.on('error', reject)
      wire.on('warning', (error: Error) => {
        // Others come from what strangers send.
        if ('syscall' in error) warning ??= error
      })
      const browsers = ['pdl-datastream', 'printer'].map((type) => bonjour.find({ type, protocol: 'tcp' }))
      timers.push(
        setInterval(() => {
          for (const browser of browsers) browser.update()
        }, ASK_AGAIN_MS),
        setTimeout(() => {
          const services = browsers.flatMap((browser) => browser.services)
          if (services.length === 0 && warning !== null) reject(warning)
          else resolve(services)
        }, timeMs),
      )
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    // Closing a socket that never opened throws.
    await new Promise<void>((resolve) => {
      try {
        bonjour.destroy(resolve)
      } catch {
        resolve()
      }
    })
  }
}

/** The library's own socket, which it does not hand out. */
const wireOf = (bonjour: object): EventEmitter => {
  const server: unknown = Reflect.get(bonjour, 'server')
  const wire: unknown = typeof server === 'object' && server !== null ? Reflect.get(server, 'mdns') : null
  if (wire instanceof EventEmitter) return wire
  throw new Error('bonjour-service is built otherwise than it was')
}

type Announcement = Pick<Service, 'name' | 'type' | 'host' | 'port' | 'addresses' | 'referer' | 'txt'>

/** What announcements say, one printer for each address and port; raw printing speaks before LPD. */
export const printersOf = (services: readonly Announcement[]): readonly FoundPrinter[] => {
  const found = new Map<string, FoundPrinter>()
  const hosts = new Set<string>()
  const isRaw = ({ type }: Announcement): boolean => type === 'pdl-datastream'
  for (const service of [...services.filter(isRaw), ...services.filter((each) => !isRaw(each))]) {
    const host = addressOf(service)
    // A port of 0 says that the printer has no such service.
    if (host === null || (isRaw(service) ? service.port === 0 : hosts.has(host))) continue
    hosts.add(host)
    const port = isRaw(service) ? service.port : RAW_PORT
    const text = readText(service.txt)
    const commands = (text.get('usb_cmd') ?? '').split(',').map((word) => word.trim())
    const key = `${host}:${String(port)}`
    if (found.has(key)) continue
    found.set(key, {
      transport: { type: 'tcp', host, port },
      title: titleOf(text, service.name),
      language: languageOf(commands),
    })
  }
  return [...found.values()]
}

const addressOf = ({ addresses, referer, host }: Announcement): string | null => {
  const address = (addresses ?? []).find(isIPv4) ?? referer?.address ?? host
  return address === '' ? null : address
}

/** The record's keys come in any case. */
const readText = (text: unknown): ReadonlyMap<string, string> => {
  const parsed = z.record(z.string(), z.unknown()).safeParse(text)
  const entries = parsed.success ? Object.entries(parsed.data) : []
  return new Map(
    entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key.toLowerCase(), value.trim()]] : [])),
  )
}

/** `ty` is maker and model; `product` the model in brackets (Bonjour Printing Specification). */
const titleOf = (text: ReadonlyMap<string, string>, name: string): string => {
  const product = (text.get('product') ?? '').replace(/^\((.*)\)$/u, '$1')
  const parts = `${text.get('usb_mfg') ?? ''} ${text.get('usb_mdl') ?? ''}`.trim()
  return [text.get('ty') ?? '', product, parts].find((title) => title !== '') ?? name
}
