import type { Worker } from 'node:worker_threads'
import type { PrintLog } from './print-log.ts'
import { renderDocument, type RenderDocument, type RenderRequest } from './render-document.ts'
import { errorWords } from './transport.ts'
import { workerAnswerSchema, type WorkerAnswer } from './worker-messages.ts'

export type WorkerRenderer = {
  readonly render: RenderDocument
  /** Starts the thread ahead of the first document, which then comes out faster. */
  readonly warmUp: () => void
  /** Ends the thread. Documents asked for later are drawn on the caller's thread. */
  readonly stop: () => Promise<void>
}

type Waiting = { readonly answer: (answer: WorkerAnswer) => void; readonly broken: (error: Error) => void }

/**
 * Draws documents in a thread of its own, started with the first one. A thread that cannot start or dies is logged and the
 * document is drawn on the caller's thread instead, slower for the rest of the process but never lost.
 */
export const createWorkerRenderer = (parts: {
  /** Starts print-worker.ts with `fontDirectory` as its data. */
  readonly startWorker: (fontDirectory: string) => Promise<Worker>
  readonly fontDirectory: string
  readonly log: PrintLog
}): WorkerRenderer => {
  const waiting = new Map<number, Waiting>()
  let worker: Promise<Worker> | null = null
  let isStopped = false
  let lastId = 0

  const drop = (error: Error): void => {
    worker = null
    const abandoned = [...waiting.values()]
    waiting.clear()
    for (const { broken } of abandoned) broken(error)
  }

  const start = async (): Promise<Worker> => {
    const started = await parts.startWorker(parts.fontDirectory)
    let isOver = false
    const breakOff = (error: Error): void => {
      if (!isOver && !isStopped) drop(error)
      isOver = true
    }
    started.on('message', (message: unknown) => {
      const answer = workerAnswerSchema.parse(message)
      waiting.get(answer.id)?.answer(answer)
      waiting.delete(answer.id)
    })
    started.on('error', (error) => breakOff(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', (code) => breakOff(new Error(`it ended with code ${String(code)}`)))
    // A resting thread does not keep the process alive.
    started.unref()
    return started
  }

  const running = (): Promise<Worker> => {
    worker ??= start().catch((error: unknown) => {
      worker = null
      throw error
    })
    return worker
  }

  const ask = async (request: RenderRequest): Promise<WorkerAnswer> => {
    const thread = await running()
    return new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { answer: resolve, broken: reject })
      thread.postMessage({ id: lastId, request }, [])
    })
  }

  return {
    render: async (request) => {
      let answer: WorkerAnswer | null = null
      try {
        if (!isStopped) answer = await ask(request)
      } catch (error) {
        parts.log('warn', `The print worker broke (${errorWords(error)}); drawing on the main thread`)
      }
      if (answer === null) return renderDocument(request, parts.fontDirectory)
      if (answer.ok) return answer.bytes
      throw new Error(answer.message)
    },
    warmUp: () => {
      running().catch((error: unknown) => parts.log('warn', `The print worker cannot start: ${errorWords(error)}`))
    },
    stop: async () => {
      isStopped = true
      const ending = worker
      worker = null
      const thread = await ending
      await thread?.terminate()
      drop(new Error('it was stopped'))
    },
  }
}
