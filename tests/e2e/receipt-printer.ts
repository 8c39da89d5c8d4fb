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

/** The four real-time questions of ESC/POS (DLE EOT 1 to 4). */
const STATUS_QUESTION = Buffer.from([0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4])
/** Asks after a job whether there is paper (GS r 1). */
const END_QUESTION = Buffer.from([0x1d, 0x72, 1])
/** Less than this is a question, not a job. */
const LEAST_JOB_BYTES = 100

/** What an ESC/POS printer that talks answers to the last question of what it has read; null for none. */
const answerOf = (read: Buffer, hasPaper: boolean): Buffer | null => {
  if (read.equals(STATUS_QUESTION)) return Buffer.from(hasPaper ? [0x12, 0x12, 0x12, 0x12] : [0x1a, 0x32, 0x12, 0x72])
  const isJob = read.length >= LEAST_JOB_BYTES
  return isJob && hasPaper && read.subarray(-END_QUESTION.length).equals(END_QUESTION) ? Buffer.from([0]) : null
}

type PrinterHabits = {
  /** Resets each connection once it has read that much. */
  readonly breaksOffAfterBytes?: number
  /** Reads nothing more of a connection once it has read that much, as when the paper is out. */
  readonly stallsAfterBytes?: number
  /** Answers questions about its state, as an ESC/POS printer does. */
  readonly talks?: boolean
}

/** A network printer for tests: takes jobs on a free port of 127.0.0.1 and keeps their bytes. */
export class ReceiptPrinter {
  readonly jobs: Buffer[] = []
  /** What it answers with when it talks. */
  hasPaper = true
  /** Told whenever bytes of a job come. */
  onBytes = (): void => undefined
  readonly port: number
  readonly #server: Server
  readonly #sockets: Set<Socket>
  #stops = true

  private constructor(server: Server, port: number, sockets: Set<Socket>, jobs: Buffer[]) {
    this.#server = server
    this.port = port
    this.#sockets = sockets
    this.jobs = jobs
  }

  /** Listens on a free port. */
  static async listen({
    breaksOffAfterBytes = Number.POSITIVE_INFINITY,
    stallsAfterBytes = Number.POSITIVE_INFINITY,
    talks = false,
  }: PrinterHabits = {}): Promise<ReceiptPrinter> {
    const jobs: Buffer[] = []
    const sockets = new Set<Socket>()
    const mood = { hasPaper: () => true, onBytes: (): void => undefined, stops: () => true }
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const chunks: Buffer[] = []
      sockets.add(socket)
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        const read = Buffer.concat(chunks)
        if (read.length >= breaksOffAfterBytes) socket.resetAndDestroy()
        else if (read.length >= stallsAfterBytes && mood.stops()) socket.pause()
        if (read.length >= LEAST_JOB_BYTES) mood.onBytes()
        const answer = talks ? answerOf(read, mood.hasPaper()) : null
        if (answer !== null) socket.write(answer)
      })
      socket.on('end', () => {
        const read = Buffer.concat(chunks)
        if (read.length >= LEAST_JOB_BYTES) jobs.push(read)
        socket.end()
      })
      // A reset by either side is what some tests are about.
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    })
    const printer = new ReceiptPrinter(server, await listenOnFreePort(server), sockets, jobs)
    mood.hasPaper = () => printer.hasPaper
    mood.onBytes = () => printer.onBytes()
    mood.stops = () => printer.#stops
    return printer
  }

  /** A port of 127.0.0.1 on which nobody listens. */
  static async findClosedPort(): Promise<number> {
    const printer = await ReceiptPrinter.listen()
    await printer.close()
    return printer.port
  }

  /** Reads on where it had stopped, and stops no more. */
  goOn(): void {
    this.#stops = false
    for (const socket of this.#sockets) socket.resume()
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => {
      this.#server.close(resolve)
    })
  }
}
