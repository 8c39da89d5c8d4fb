import type { ChildProcess } from 'node:child_process'
import { startChild } from './child-process.ts'
import { findProgram } from './find-program.ts'

const START_TIMEOUT_MS = 10_000

/** Starts Xvfb on a free display; answers its name (`:99`) and the process. Rejects when it does not come up. */
export const startVirtualDisplay = async (): Promise<{ readonly name: string; readonly process: ChildProcess }> => {
  const program = findProgram(['Xvfb'])
  if (program === null) throw new Error('Xvfb is not installed')
  // With -displayfd Xvfb chooses a free number itself and writes it when it is ready.
  const child = startChild(program, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const displayNumber = child.stdio[3]
  if (displayNumber === null || displayNumber === undefined) throw new Error('Xvfb has no line to answer on')
  const name = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('Xvfb did not start'))
    }, START_TIMEOUT_MS)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('Xvfb ended while starting'))
    })
    displayNumber.once('data', (chunk: Buffer) => {
      clearTimeout(timer)
      resolve(`:${chunk.toString().trim()}`)
    })
  })
  return { name, process: child }
}
