import { connect, type Socket } from 'node:net'
import { errorWords, type Transport, type TransportReport } from './transport.ts'

export type TcpLimits = {
  readonly connectTimeoutMs: number
  /** How long the printer may take nothing before the job counts as stuck. */
  readonly stallTimeoutMs: number
  /** How long the printer may take to close its side after the whole job was handed over. */
  readonly closeTimeoutMs: number
}

/** Bounds for a printer in the same shop. */
export const TCP_LIMITS: TcpLimits = { connectTimeoutMs: 3000, stallTimeoutMs: 10_000, closeTimeoutMs: 15_000 }

const CHUNK_BYTES = 16_384
/** A printer that does not close keeps its connection this long, so that what the system still holds can reach it. */
const LINGER_MS = 60_000
const ANSWER_LIMIT_BYTES = 4096

/**
 * Raw printing over TCP (port 9100). Writes with backpressure, reads what the printer answers, closes its own side and
 * waits for the printer to close: without that a job that sits in a buffer would count as printed. A connection that took
 * bytes is never destroyed while the printer may still be reading, since that can cut the job's end off.
 */
export const createTcpTransport = (
  address: { readonly host: string; readonly port: number },
  limits: TcpLimits = TCP_LIMITS,
): Transport => ({
  send: async (bytes) => {
    const opened = await openConnection(address, limits.connectTimeoutMs)
    if (typeof opened === 'string') {
      return { acceptedBytes: 0, hasBegun: false, trouble: opened, answers: new Uint8Array() }
    }
    return sendOver(opened, bytes, limits)
  },
})

const openConnection = (
  { host, port }: { readonly host: string; readonly port: number },
  timeoutMs: number,
): Promise<Socket | string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true })
    const fail = (words: string): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(`Printer ${host}:${String(port)} tidak dapat dihubungi (${words})`)
    }
    const onError = (error: Error): void => fail(errorWords(error))
    const timer = setTimeout(() => fail(`tidak menjawab dalam ${String(timeoutMs)} ms`), timeoutMs)
    socket.once('error', onError)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', onError)
      resolve(socket)
    })
  })

const sendOver = async (socket: Socket, bytes: Uint8Array, limits: TcpLimits): Promise<TransportReport> => {
  const link = watchLink(socket)
  let acceptedBytes = 0
  let hasBegun = false
  const report = (trouble: string | null): TransportReport => ({
    acceptedBytes,
    hasBegun,
    trouble,
    answers: link.answers(),
  })
  while (acceptedBytes < bytes.length && link.trouble() === null) {
    hasBegun = true
    const chunk = bytes.subarray(acceptedBytes, acceptedBytes + CHUNK_BYTES)
    const wasTaken = await withinTime(
      new Promise<boolean>((resolve) => {
        socket.write(chunk, (error) => resolve(error === null || error === undefined))
        link.onBroken(() => resolve(false))
      }),
      limits.stallTimeoutMs,
    )
    if (wasTaken === true) acceptedBytes += chunk.length
    else {
      // Nothing more is sent to a printer that stopped taking; what it has is for a person to judge.
      socket.destroy()
      return report(link.trouble() ?? 'Printer berhenti menerima data (kertas habis?)')
    }
  }
  if (link.trouble() !== null) {
    socket.destroy()
    return report(link.trouble())
  }
  socket.end()
  const hasClosed = await withinTime(link.closedByPrinter, limits.closeTimeoutMs)
  if (hasClosed === null) {
    letGoLater(socket)
    return report('Printer tidak menyatakan selesai menerima (kertas habis?)')
  }
  return report(link.trouble())
}

type Link = {
  readonly trouble: () => string | null
  readonly onBroken: (listener: () => void) => void
  /** Resolves when the printer has closed its side or the connection broke. */
  readonly closedByPrinter: Promise<boolean>
  readonly answers: () => Uint8Array
}

const watchLink = (socket: Socket): Link => {
  const answers: Buffer[] = []
  let answerBytes = 0
  let trouble: string | null = null
  let onBroken = (): void => undefined
  socket.on('data', (data: Buffer) => {
    if (answerBytes < ANSWER_LIMIT_BYTES) answers.push(data)
    answerBytes += data.length
  })
  const closedByPrinter = new Promise<boolean>((resolve) => {
    socket.on('error', (error) => {
      trouble ??= `Sambungan ke printer putus (${errorWords(error)})`
      onBroken()
      resolve(false)
    })
    socket.once('end', () => {
      // A printer that closes before it has been given everything has not got everything.
      if (!socket.writableEnded) trouble ??= 'Printer menutup sambungan sebelum selesai'
      onBroken()
      resolve(true)
    })
    socket.once('close', () => {
      onBroken()
      resolve(true)
    })
  })
  return {
    trouble: () => trouble,
    onBroken: (listener) => {
      onBroken = listener
    },
    closedByPrinter,
    answers: () => Buffer.concat(answers),
  }
}

const letGoLater = (socket: Socket): void => {
  socket.unref()
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

/** The promise's value, or null when it took longer. */
const withinTime = async <Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | null> => {
  const timer: { id?: NodeJS.Timeout } = {}
  const late = new Promise<null>((resolve) => {
    timer.id = setTimeout(() => resolve(null), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer.id)
  }
}
