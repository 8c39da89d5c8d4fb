import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** When a job came, in milliseconds of this process' `performance.now()`. */
export type JobArrival = {
  readonly connectedAtMs: number
  readonly firstByteAtMs: number
  readonly lastByteAtMs: number
  readonly byteCount: number
}

/** How fast a printer is: what it prints in a second, and how much it takes ahead of that. */
export type PrinterPace = { readonly bytesPerMs: number; readonly bufferBytes: number }

/** A network printer that only keeps time. */
export type BenchPrinter = {
  readonly port: number
  readonly jobs: readonly JobArrival[]
  /** How long it had nothing to print, each time, between its first byte and its last. */
  readonly dryTimesMs: readonly number[]
  /** How long what it has taken keeps it printing from now on. */
  readonly busyForMs: () => number
  readonly close: () => Promise<void>
}

/** The four real-time questions of ESC/POS (DLE EOT 1 to 4), and their answer when all is well. */
const STATUS_QUESTION = Buffer.from([0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4])
const STATUS_ANSWER = Buffer.from([0x12, 0x12, 0x12, 0x12])
/** Asks after a job whether there is paper (GS r 1); there is. */
const END_QUESTION = Buffer.from([0x1d, 0x72, 1])
const END_ANSWER = Buffer.from([0])
/** Less than this is a question, not a job. */
const LEAST_JOB_BYTES = 100
/** How often a printer whose buffer is full looks whether there is room again. */
const LOOK_EVERY_MS = 4

const isAddress = (address: ReturnType<Server['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** What is in the printer and not yet printed, reckoned from when bytes came. */
const createBuffer = ({ bytesPerMs, bufferBytes }: PrinterPace) => {
  const dryTimesMs: number[] = []
  let level = 0
  let atMs: number | null = null
  const drain = (nowMs: number): number => {
    const elapsedMs = atMs === null ? 0 : nowMs - atMs
    atMs = nowMs
    const dryMs = elapsedMs - level / bytesPerMs
    level = Math.max(0, level - elapsedMs * bytesPerMs)
    return dryMs
  }
  return {
    dryTimesMs,
    room: (nowMs: number): number => (atMs === null ? bufferBytes : bufferBytes - level + (nowMs - atMs) * bytesPerMs),
    take: (byteCount: number, nowMs: number): void => {
      const dryMs = drain(nowMs)
      if (dryMs > 0) dryTimesMs.push(dryMs)
      level += byteCount
    },
    busyForMs: (nowMs: number): number => (atMs === null ? 0 : Math.max(0, level / bytesPerMs - (nowMs - atMs))),
  }
}

/** Listens on a free port of 127.0.0.1. Answers ESC/POS questions; takes jobs at its pace and closes each when it has it all. */
export const listenAsPrinter = async (pace: PrinterPace): Promise<BenchPrinter> => {
  const jobs: JobArrival[] = []
  const sockets = new Set<Socket>()
  const buffer = createBuffer(pace)

  const serve = (socket: Socket): void => {
    const connectedAtMs = performance.now()
    let firstByteAtMs = Number.NaN
    let lastByteAtMs = Number.NaN
    let byteCount = 0
    let tail = Buffer.alloc(0)
    let timer: NodeJS.Timeout | null = null
    const answer = (): void => {
      if (byteCount === STATUS_QUESTION.length && tail.equals(STATUS_QUESTION)) socket.write(STATUS_ANSWER)
      if (byteCount >= LEAST_JOB_BYTES && tail.subarray(-END_QUESTION.length).equals(END_QUESTION))
        socket.write(END_ANSWER)
    }
    const read = (): void => {
      timer = null
      while (socket.readableLength > 0) {
        const nowMs = performance.now()
        const wanted = Math.min(socket.readableLength, Math.floor(buffer.room(nowMs)))
        const chunk: unknown = wanted < 1 ? null : socket.read(wanted)
        if (!(chunk instanceof Buffer)) {
          timer = setTimeout(read, LOOK_EVERY_MS)
          return
        }
        if (byteCount === 0) firstByteAtMs = nowMs
        lastByteAtMs = nowMs
        byteCount += chunk.length
        buffer.take(chunk.length, nowMs)
        tail = Buffer.concat([tail, chunk]).subarray(-STATUS_QUESTION.length)
      }
      answer()
      // Lets the stream fetch what the system holds, or tell the end.
      socket.read(0)
    }
    sockets.add(socket)
    socket.on('readable', () => {
      if (timer === null) read()
    })
    socket.on('end', () => {
      if (byteCount >= LEAST_JOB_BYTES) jobs.push({ connectedAtMs, firstByteAtMs, lastByteAtMs, byteCount })
      socket.end()
    })
    socket.on('error', (error) => {
      console.log(`The bench's printer lost a connection: ${error.message}`)
    })
    socket.on('close', () => sockets.delete(socket))
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!isAddress(address)) throw new Error('The printer has no port')
  return {
    port: address.port,
    jobs,
    dryTimesMs: buffer.dryTimesMs,
    busyForMs: () => buffer.busyForMs(performance.now()),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
