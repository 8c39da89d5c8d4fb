import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** The listening end of one practice service: a port on 127.0.0.1 that can be cut and restored. */
export type PracticeLine = {
  /** `http://127.0.0.1:<port>`; the port stays the same for the life of the line. */
  readonly origin: string
  /** Stops listening and breaks every connection, or listens again on the same port. */
  readonly setCut: (isCut: boolean) => void
  /** Stops listening for good and breaks every connection. */
  readonly stop: () => void
}

const HOST = '127.0.0.1'
const RETRY_LISTEN_MS = 50
/** Longer than any client keeps an idle connection, so that only a switch ever breaks one. */
const KEEP_ALIVE_MS = 120_000

/** Listens on a free port. Rejects when none can be had. */
export const openPracticeLine = async (listener: RequestListener): Promise<PracticeLine> => {
  const sockets = new Set<Socket>()
  let server: Server | null = null
  let retry: NodeJS.Timeout | null = null
  let isStopped = false

  const build = (): Server => {
    const built = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener)
    built.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    return built
  }
  const close = () => {
    if (retry !== null) clearTimeout(retry)
    retry = null
    server?.close()
    server = null
    for (const socket of sockets) socket.destroy()
  }
  const listenAgain = (port: number) => {
    const built = build()
    server = built
    // Another program may hold the port for a moment; until it lets go, the line is simply still down.
    built.once('error', () => {
      if (server === built) retry = setTimeout(() => listenAgain(port), RETRY_LISTEN_MS)
    })
    built.listen(port, HOST)
  }

  const first = build()
  const port = await listenOnFreePort(first)
  server = first
  return {
    origin: `http://${HOST}:${String(port)}`,
    setCut: (isCut) => {
      if (isCut) close()
      else if (server === null && !isStopped) listenAgain(port)
    },
    stop: () => {
      isStopped = true
      close()
    },
  }
}

const listenOnFreePort = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      if (isAddressInfo(address)) resolve(address.port)
      else reject(new Error('The practice service has no port'))
    })
  })

const isAddressInfo = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null
