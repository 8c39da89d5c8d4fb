import { connect, type Socket } from 'node:net'
import { printTrouble, type PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { troubleOfBreak } from './trouble-of-error.ts'

/** Where a network printer listens. */
export type TcpAddress = { readonly host: string; readonly port: number }

/** A connection to a network printer that is being listened to all the time. */
export type TcpLink = {
  readonly socket: Socket
  /** Why the connection is over; null while it is not. */
  readonly trouble: () => PrintTrouble | null
  /** True once the system took all of the bytes, false when the connection broke. */
  readonly write: (bytes: Uint8Array) => Promise<boolean>
  /** Answers that have come and were not heard yet; waits for some up to `timeoutMs`. Null when no more can come. */
  readonly hear: (timeoutMs: number) => Promise<Uint8Array | null>
  /** Resolves when the printer has closed its side or the connection broke. */
  readonly isOver: Promise<true>
}

/** Connects; the error is the system's, or its time is over. */
export const openTcpLink = ({ host, port }: TcpAddress, timeoutMs: number): Promise<Result<TcpLink, Error>> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true })
    const fail = (error: Error): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(failure(error))
    }
    const timer = setTimeout(() => {
      fail(Object.assign(new Error(`connect ETIMEDOUT ${host}:${String(port)}`), { code: 'ETIMEDOUT' }))
    }, timeoutMs)
    socket.once('error', fail)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', fail)
      resolve(success(watch(socket)))
    })
  })

const watch = (socket: Socket): TcpLink => {
  const unheard: Buffer[] = []
  let trouble: PrintTrouble | null = null
  let isGone = false
  const listeners = new Set<() => void>()
  const wake = (): void => {
    for (const listener of listeners) listener()
  }
  socket.on('data', (data: Buffer) => {
    // A printer that talks without end must be read on, and not kept in memory.
    if (unheard.length < 64) unheard.push(data)
    wake()
  })
  const isOver = new Promise<true>((resolve) => {
    const end = (): void => {
      isGone = true
      wake()
      resolve(true)
    }
    socket.on('error', (error) => {
      trouble ??= troubleOfBreak(error)
      end()
    })
    socket.once('end', () => {
      // A printer that closes before it was told the end may have dropped what was on its way.
      if (!socket.writableEnded) trouble ??= printTrouble('cut-off', 'closed by the printer')
      end()
    })
    socket.once('close', end)
  })
  return {
    socket,
    trouble: () => trouble,
    write: (bytes) =>
      new Promise<boolean>((resolve) => {
        if (trouble !== null) resolve(false)
        else {
          socket.write(bytes, (error) => resolve(error === null || error === undefined))
          void isOver.then(() => resolve(false))
        }
      }),
    hear: async (timeoutMs) => {
      if (unheard.length === 0 && !isGone) {
        await new Promise<void>((resolve) => {
          const done = (): void => {
            clearTimeout(timer)
            listeners.delete(done)
            resolve()
          }
          const timer = setTimeout(done, timeoutMs)
          listeners.add(done)
        })
      }
      if (unheard.length === 0 && isGone) return null
      return Buffer.concat(unheard.splice(0))
    },
    isOver,
  }
}
