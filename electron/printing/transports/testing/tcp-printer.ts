import { createServer, type Server, type Socket } from 'node:net'

/** A network printer in this process, for tests. */
export type TcpPrinter = {
  readonly port: number
  /** What it read, in order, over all connections. */
  readonly received: () => Buffer
  readonly connections: () => number
  readonly stop: () => Promise<void>
}

/** Listens on a random port of this machine, unless one is given; `onSocket` is what the printer does beside counting what it reads. */
export const startTcpPrinter = async (
  onSocket: (socket: Socket, received: () => number) => void,
  options: { readonly reads?: boolean; readonly port?: number } = {},
): Promise<TcpPrinter> => {
  const received: Buffer[] = []
  let count = 0
  let connections = 0
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    if (options.reads !== false) {
      socket.on('data', (data) => {
        received.push(data)
        count += data.length
      })
    }
    onSocket(socket, () => count)
  })
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    port: portOf(server),
    received: () => Buffer.concat(received),
    connections: () => connections,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
