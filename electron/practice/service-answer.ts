import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { FaultRefusal, ServiceFaultSwitches } from './fault-switches.ts'

/** One answer of a practice service. `isCommitted` is true when answering it has changed what the service holds. */
export type ServiceAnswer = {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly isCommitted: boolean
}

/** A JSON answer that changed nothing. */
export const jsonAnswer = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceAnswer => ({ status, body, headers, isCommitted: false })

/** A JSON answer of a write that is already in the log. */
export const committedAnswer = (body: unknown): ServiceAnswer => ({ status: 200, body, headers: {}, isCommitted: true })

/** How a service answers one request; everything about the line (faults, delays) stands outside it. */
export type Answering = (request: FastifyRequest, reply: FastifyReply) => ServiceAnswer

/** Turns a service's answering into a route handler that lets the faults of its line act on it. */
export type Handle = (answering: Answering) => RouteHandlerMethod

type LineSettings = {
  readonly faults: ServiceFaultSwitches
  /** The service's own words for each refusal. */
  readonly refusals: Readonly<Record<FaultRefusal, ServiceAnswer>>
  /** The `Date` header follows this clock, which is how a client learns that its own is wrong. */
  readonly now: () => number
  /** Aborted when the service stops: delayed answers are given up. */
  readonly stopped: AbortSignal
}

/** Builds the {@link Handle} of one service. A delay comes after the work, so a client that gives up finds it done. */
export const createHandle =
  ({ faults, refusals, now, stopped }: LineSettings): Handle =>
  (answering) =>
  async (request, reply) => {
    const refusal = faults.takeRefusal()
    const answer = refusal === null ? answering(request, reply) : refusals[refusal]
    const isLost = answer.isCommitted && faults.takeLostAnswer()
    if (!(await hasWaited(faults.read().delayMs, stopped)) || isLost) {
      reply.hijack()
      request.raw.socket.resetAndDestroy()
      return reply
    }
    const isTwice = faults.takeDoubleAnswer()
    const headers = { date: new Date(now()).toUTCString(), ...answer.headers }
    if (isTwice) {
      writeTwice(request, reply, { ...answer, headers })
      return reply
    }
    return reply.code(answer.status).headers(headers).send(answer.body)
  }

const hasWaited = async (delayMs: number, stopped: AbortSignal): Promise<boolean> => {
  if (delayMs === 0) return true
  try {
    await sleep(delayMs, undefined, { signal: stopped })
    return true
  } catch {
    return false
  }
}

/** The first copy goes the normal way, so that the connection stays usable; the second follows it, unasked. */
const writeTwice = (request: FastifyRequest, reply: FastifyReply, answer: ServiceAnswer): void => {
  const body = JSON.stringify(answer.body)
  const headers = {
    ...answer.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
  }
  const head = [
    `HTTP/1.1 ${String(answer.status)} OK`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  reply.hijack()
  reply.raw.writeHead(answer.status, headers)
  reply.raw.end(body)
  request.raw.socket.write(`${head.join('\r\n')}\r\nconnection: keep-alive\r\n\r\n${body}`)
}
