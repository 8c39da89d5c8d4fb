/// <reference types="electron-vite/node" />
import type { Worker } from 'node:worker_threads'

/** Starts print-worker.ts from the built bundle. Only electron-vite understands this import: nothing but main.ts uses it. */
export const startPrintWorker = async (fontDirectory: string): Promise<Worker> => {
  const { default: createPrintWorker } = await import('./print-worker.ts?nodeWorker')
  return createPrintWorker({ workerData: { fontDirectory } })
}
