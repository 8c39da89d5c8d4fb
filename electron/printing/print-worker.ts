import { parentPort, workerData } from 'node:worker_threads'
import { renderDocument, warmUpRendering } from './render-document.ts'
import { errorWords } from './transport.ts'
import { workerDataSchema, workerRequestSchema, type WorkerAnswer } from './worker-messages.ts'

// The entry of the thread that draws documents, so that the main process goes on answering the page meanwhile.
const { fontDirectory } = workerDataSchema.parse(workerData)
warmUpRendering(fontDirectory)

parentPort?.on('message', (message: unknown) => {
  const { id, request } = workerRequestSchema.parse(message)
  let answer: WorkerAnswer
  try {
    // Copied into memory of its own, so that it can be handed over instead of cloned.
    answer = { id, ok: true, bytes: Uint8Array.from(renderDocument(request, fontDirectory)) }
  } catch (error) {
    answer = { id, ok: false, message: errorWords(error) }
  }
  parentPort?.postMessage(answer, answer.ok ? [answer.bytes.buffer] : [])
})
