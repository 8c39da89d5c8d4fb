import { request } from 'node:http'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { errorWords } from '../transport.ts'

/** Where CUPS listens. */
export type CupsAddress = { readonly path: string } | { readonly host: string; readonly port: number }

/** Reads what `lpstat -H` says, e.g. `/run/cups/cups.sock`, `localhost:631` or `[::1]:631`; null for anything else. */
export const readCupsAddress = (words: string): CupsAddress | null => {
  if (words.startsWith('/')) return { path: words }
  const [, host, port] = /^\[?([^\s/]+?)\]?:(\d{1,5})$/u.exec(words) ?? []
  const portNumber = Number(port)
  return host === undefined || !(portNumber >= 1 && portNumber <= 65_535) ? null : { host, port: portNumber }
}

/** Where CUPS has a queue, or a class of queues. */
export const pathOfQueue = (queue: string): string => `/printers/${encodeURIComponent(queue)}`

/** What a queue is called in a question to CUPS itself. */
export const uriOfQueue = (queue: string): string => `ipp://localhost${pathOfQueue(queue)}`

/** An answer to one question is some hundred bytes. */
const MOST_BYTES = 65_536

/**
 * Hands CUPS one IPP request (over HTTP, as IPP is) and gives its answer; the failure is the system's words. The print system of
 * this machine is asked, no service: no redirect is followed, and no connection kept.
 */
export const postToCups = (
  address: CupsAddress,
  path: string,
  body: Uint8Array,
  timeoutMs: number,
): Promise<Result<Buffer, string>> =>
  new Promise((resolve) => {
    const way = 'path' in address ? { socketPath: address.path } : { host: address.host, port: address.port }
    const headers = { 'content-type': 'application/ipp', 'content-length': body.length }
    const asking = request({ ...way, path, method: 'POST', headers, agent: false })
    const settle = (result: Result<Buffer, string>): void => {
      clearTimeout(timer)
      asking.destroy()
      resolve(result)
    }
    const timer = setTimeout(() => settle(failure('CUPS does not answer')), timeoutMs)
    asking.on('error', (error) => settle(failure(errorWords(error))))
    asking.once('response', (answer) => {
      const heard: Buffer[] = []
      let heardBytes = 0
      if (answer.statusCode !== 200) settle(failure(`CUPS answers: ${String(answer.statusCode)}`))
      answer.on('data', (data: Buffer) => {
        heard.push(data)
        heardBytes += data.length
        if (heardBytes > MOST_BYTES) settle(failure('CUPS answers without end'))
      })
      answer.once('end', () => settle(success(Buffer.concat(heard))))
      answer.once('error', (error) => settle(failure(errorWords(error))))
    })
    asking.end(body)
  })
