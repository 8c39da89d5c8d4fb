import type { Worker } from 'node:worker_threads'
import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { failure, type Result, success } from '../../shared/domain/result.ts'
import type { PdfOrder } from '../reports/pdf-order.ts'
import type { PrintLog } from './print-log.ts'
import type { RenderDocument } from './render-document.ts'
import { errorWords } from './transport.ts'
import { workTask } from './work-task.ts'
import { type PreviewedPage, workerAnswerSchema, type WorkerAnswer, type WorkerTask } from './worker-messages.ts'

export type WorkerRenderer = {
  readonly render: RenderDocument
  /** Small pictures of a PDF's first pages; `pageCount` counts all. */
  readonly previewPdf: (
    pdf: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<{ readonly pages: readonly PreviewedPage[]; readonly pageCount: number }, PrintTrouble>>
  /** The bytes of a PDF of documents. Rejects when it cannot be made. */
  readonly makePdf: (order: PdfOrder) => Promise<Result<Uint8Array, PrintTrouble>>
  /** Starts the thread ahead of the first document, which then comes out faster. */
  readonly warmUp: () => void
  /** Ends the thread. Documents asked for later are drawn on the caller's thread. */
  readonly stop: () => Promise<void>
}

/** The largest file takes some seconds; a thread that is lost in one would hold up its printer for good. */
const TASK_LIMIT_MS = 90_000

type Running = { readonly thread: Worker; readonly breakOff: (error: Error) => void }
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
  /** For files of strangers: what killed the thread, or never ended there, is not tried on the caller's. */
  readonly isForStrangers?: boolean
  readonly taskLimitMs?: number
}): WorkerRenderer => {
  const waiting = new Map<number, Waiting>()
  let worker: Promise<Running> | null = null
  let isStopped = false
  let lastId = 0

  const drop = (error: Error): void => {
    worker = null
    const abandoned = [...waiting.values()]
    waiting.clear()
    for (const { broken } of abandoned) broken(error)
  }

  const start = async (): Promise<Running> => {
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
    return { thread: started, breakOff }
  }

  const running = (): Promise<Running> => {
    worker ??= start().catch((error: unknown) => {
      worker = null
      throw error
    })
    return worker
  }

  const ask = async (task: WorkerTask): Promise<WorkerAnswer> => {
    const { thread, breakOff } = await running()
    const timer: { id?: NodeJS.Timeout } = {}
    try {
      return await new Promise<WorkerAnswer>((resolve, reject) => {
        lastId += 1
        const broken = (error: Error): void => {
          if (parts.isForStrangers === true) resolve({ id: 0, type: 'broken', message: error.message })
          else reject(error)
        }
        waiting.set(lastId, { answer: resolve, broken })
        timer.id = setTimeout(() => {
          breakOff(new Error('it did not end'))
          thread.terminate().catch((error: unknown) => parts.log('error', errorWords(error)))
        }, parts.taskLimitMs ?? TASK_LIMIT_MS)
        thread.postMessage({ id: lastId, task }, [])
      })
    } finally {
      clearTimeout(timer.id)
    }
  }

  const work = async (task: WorkerTask): Promise<WorkerAnswer> => {
    try {
      if (!isStopped) return await ask(task)
    } catch (error) {
      parts.log('warn', `The print worker broke (${errorWords(error)}); drawing on the main thread`)
    }
    return workTask(0, task, parts.fontDirectory)
  }

  const drawn = async (task: WorkerTask): Promise<Result<Uint8Array, PrintTrouble>> => {
    const answer = await work(task)
    if (answer.type === 'drawn') return success(answer.bytes)
    if (answer.type === 'refused') return failure(answer.trouble)
    throw new Error(answer.type === 'broken' ? answer.message : 'the print worker answered another question')
  }

  return {
    render: (request) => drawn({ type: 'draw', request }),
    makePdf: (order) => drawn({ type: 'make-pdf', order }),
    previewPdf: async (pdf) => {
      const answer = await work({ type: 'preview', pdf })
      if (answer.type === 'previewed') return success(answer)
      if (answer.type === 'refused') return failure(answer.trouble)
      throw new Error(answer.type === 'broken' ? answer.message : 'the print worker answered another question')
    },
    warmUp: () => {
      running().catch((error: unknown) => parts.log('warn', `The print worker cannot start: ${errorWords(error)}`))
    },
    stop: async () => {
      isStopped = true
      const ending = worker
      worker = null
      const started = await ending
      await started?.thread.terminate()
      drop(new Error('it was stopped'))
    },
  }
}
