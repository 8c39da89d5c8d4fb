import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

const isAddress = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null

const listenOnFreePort = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (isAddress(address)) resolve(address.port)
      else reject(new Error('The printer has no port'))
    })
  })

/** A network printer for tests: takes jobs on a free port of 127.0.0.1 and keeps their bytes. */
export class ReceiptPrinter {
  readonly jobs: Buffer[] = []
  readonly port: number
  readonly #server: Server
  readonly #sockets: Set<Socket>

  private constructor(server: Server, port: number, sockets: Set<Socket>, jobs: Buffer[]) {
    this.#server = server
    this.port = port
    this.#sockets = sockets
    this.jobs = jobs
  }

  /** Listens. With `breaksOffAfterBytes` it resets each connection once it has read that much. */
  static async listen({ breaksOffAfterBytes = Number.POSITIVE_INFINITY } = {}): Promise<ReceiptPrinter> {
    const jobs: Buffer[] = []
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      const chunks: Buffer[] = []
      sockets.add(socket)
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        if (chunks.reduce((sum, one) => sum + one.length, 0) >= breaksOffAfterBytes) socket.resetAndDestroy()
      })
      socket.on('end', () => {
        jobs.push(Buffer.concat(chunks))
        socket.end()
      })
      // A reset by either side is what some tests are about.
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    })
    return new ReceiptPrinter(server, await listenOnFreePort(server), sockets, jobs)
  }

  /** A port of 127.0.0.1 on which nobody listens. */
  static async findClosedPort(): Promise<number> {
    const printer = await ReceiptPrinter.listen()
    await printer.close()
    return printer.port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }
}
