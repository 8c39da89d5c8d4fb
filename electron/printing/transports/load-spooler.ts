import { z } from 'zod'
import type { SpoolerAnswer, SpoolerPort } from './spooler-port.ts'

/** A printer's handle as the library holds it. */
export type SpoolerHandle = { readonly pointer: unknown }

/** A call of the library: its last argument takes what it returned. */
type NativeFunction = { readonly async: (...values: unknown[]) => unknown }

const ERROR_INSUFFICIENT_BUFFER = 122
/** PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS */
const ENUM_FLAGS = 0x2 | 0x4
const MOST_JOBS = 1000

const lastErrorSchema = z.number().default(0)
const printerStateSchema = z.object({ Attributes: z.number(), Status: z.number() })
const printerNamesSchema = z.array(z.object({ pPrinterName: z.string() }))
const jobsSchema = z.array(z.object({ JobId: z.number(), Status: z.number(), pStatus: z.string().nullable() }))

/** Windows' winspool.drv, every call off the event loop. Rejects on other systems. */
export const loadSpooler = async (): Promise<SpoolerPort<SpoolerHandle>> => {
  if (process.platform !== 'win32') throw new Error('winspool.drv is only on Windows')
  const { default: koffi } = await import('koffi')
  const winspool = koffi.load('winspool.drv')
  const getLastError = koffi.load('kernel32.dll').func('uint32_t __stdcall GetLastError()')
  const documentType = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' })
  const texts = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'str16']))
  const numbers = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'uint32_t']))
  const printerType = koffi.struct({
    ...texts('pServerName', 'pPrinterName', 'pShareName', 'pPortName', 'pDriverName', 'pComment', 'pLocation'),
    pDevMode: 'void *',
    ...texts('pSepFile', 'pPrintProcessor', 'pDatatype', 'pParameters'),
    pSecurityDescriptor: 'void *',
    ...numbers('Attributes', 'Priority', 'DefaultPriority', 'StartTime', 'UntilTime', 'Status', 'cJobs', 'AveragePPM'),
  })
  const nameType = koffi.struct({ ...texts('pPrinterName', 'pServerName'), ...numbers('Attributes') })
  const jobType = koffi.struct({
    ...numbers('JobId'),
    ...texts('pPrinterName', 'pMachineName', 'pUserName', 'pDocument', 'pDatatype', 'pStatus'),
    ...numbers('Status', 'Priority', 'Position', 'TotalPages', 'PagesPrinted'),
    Submitted: koffi.array('uint16_t', 8),
  })
  const declare = (name: string, values: Parameters<typeof koffi.sizeof>[0][]): NativeFunction =>
    winspool.func('__stdcall', name, 'int', values)
  const openPrinter = declare('OpenPrinterW', ['str16', koffi.out(koffi.pointer('void *')), 'void *'])
  const startDocument = declare('StartDocPrinterW', ['void *', 'uint32_t', koffi.pointer(documentType)])
  const write = declare('WritePrinter', ['void *', 'void *', 'uint32_t', koffi.out(koffi.pointer('uint32_t'))])
  const plain = (name: string): ((handle: SpoolerHandle) => Promise<SpoolerAnswer<true>>) => {
    const native = declare(name, ['void *'])
    return async ({ pointer }) => {
      const answer = await call(native, pointer)
      return answer.ok ? { ok: true, value: true } : answer
    }
  }
  const getPrinter = declare('GetPrinterW', [
    'void *',
    'uint32_t',
    'void *',
    'uint32_t',
    koffi.out(koffi.pointer('uint32_t')),
  ])
  const twoCounts = [koffi.out(koffi.pointer('uint32_t')), koffi.out(koffi.pointer('uint32_t'))]
  const enumJobs = declare('EnumJobsW', [
    'void *',
    'uint32_t',
    'uint32_t',
    'uint32_t',
    'void *',
    'uint32_t',
    ...twoCounts,
  ])
  const enumPrinters = declare('EnumPrintersW', ['uint32_t', 'str16', 'uint32_t', 'void *', 'uint32_t', ...twoCounts])

  const call = (native: NativeFunction, ...values: unknown[]): Promise<SpoolerAnswer<number>> =>
    new Promise((resolve, reject) => {
      native.async(...values, (error: unknown, answer: unknown) => {
        if (error instanceof Error) reject(error)
        else if (typeof answer === 'number' && answer !== 0) resolve({ ok: true, value: answer })
        else resolve({ ok: false, code: lastErrorSchema.parse(getLastError()) })
      })
    })

  /** Calls a function that says how much room it needs until it has it; gives what it wrote. */
  const fill = async (
    attempt: (buffer: Buffer, needed: number[]) => Promise<SpoolerAnswer<number>>,
  ): Promise<SpoolerAnswer<Buffer>> => {
    let buffer = Buffer.alloc(4096)
    for (;;) {
      const needed = [0]
      const answer = await attempt(buffer, needed)
      if (answer.ok) return { ok: true, value: buffer }
      const bytes = needed[0] ?? 0
      if (answer.code !== ERROR_INSUFFICIENT_BUFFER || bytes <= buffer.length) return answer
      buffer = Buffer.alloc(bytes)
    }
  }

  return {
    openPrinter: async (name) => {
      const out: unknown[] = [null]
      const answer = await call(openPrinter, name, out, null)
      return answer.ok ? { ok: true, value: { pointer: out[0] } } : answer
    },
    startDocument: ({ pointer }, title) =>
      call(startDocument, pointer, 1, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' }),
    startPage: plain('StartPagePrinter'),
    write: async ({ pointer }, bytes) => {
      const written = [0]
      const answer = await call(write, pointer, Buffer.from(bytes), bytes.length, written)
      // A write that failed may have taken a part first.
      return answer.ok ? { ok: true, value: written[0] ?? 0 } : { ...answer, taken: written[0] ?? 0 }
    },
    endPage: plain('EndPagePrinter'),
    endDocument: plain('EndDocPrinter'),
    abort: plain('AbortPrinter'),
    close: plain('ClosePrinter'),
    state: async ({ pointer }) => {
      const filled = await fill((buffer, needed) => call(getPrinter, pointer, 2, buffer, buffer.length, needed))
      if (!filled.ok) return filled
      const { Attributes, Status } = printerStateSchema.parse(koffi.decode(filled.value, printerType))
      return { ok: true, value: { attributes: Attributes, status: Status } }
    },
    jobs: async ({ pointer }) => {
      const count = [0]
      const filled = await fill((buffer, needed) =>
        call(enumJobs, pointer, 0, MOST_JOBS, 1, buffer, buffer.length, needed, count),
      )
      if (!filled.ok) return filled
      const rows = jobsSchema.parse(koffi.decode(filled.value, jobType, count[0] ?? 0))
      return {
        ok: true,
        value: rows.map(({ JobId, Status, pStatus }) => ({ jobId: JobId, status: Status, statusText: pStatus ?? '' })),
      }
    },
    printerNames: async () => {
      const count = [0]
      const filled = await fill((buffer, needed) =>
        call(enumPrinters, ENUM_FLAGS, null, 4, buffer, buffer.length, needed, count),
      )
      if (!filled.ok) return filled
      const rows = printerNamesSchema.parse(koffi.decode(filled.value, nameType, count[0] ?? 0))
      return { ok: true, value: rows.map(({ pPrinterName }) => pPrinterName) }
    },
  }
}
