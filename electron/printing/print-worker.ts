import { parentPort, workerData } from 'node:worker_threads'
import { warmUpRendering } from './render-document.ts'
import { workTask } from './work-task.ts'
import { workerDataSchema, workerRequestSchema, type WorkerTask } from './worker-messages.ts'

// The entry of the thread that draws documents, so that the main process goes on answering the page meanwhile.
const { fontDirectory } = workerDataSchema.parse(workerData)
warmUpRendering(fontDirectory)

/** One after the other: two large pages at once need twice the memory and come no sooner. */
let working: Promise<void> = Promise.resolve()

const workAfter = async (before: Promise<void>, id: number, task: WorkerTask): Promise<void> => {
  await before
  const answer = await workTask(id, task, fontDirectory)
  parentPort?.postMessage(answer, answer.type === 'drawn' ? [answer.bytes.buffer] : [])
}

parentPort?.on('message', (message: unknown) => {
  const { id, task } = workerRequestSchema.parse(message)
  working = workAfter(working, id, task)
})
