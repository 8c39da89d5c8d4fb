import { spawn } from 'node:child_process'
import { errorWords } from '../transport.ts'

/** How a program ended; `ended` alone says that it ran and was not stopped. */
export type ProgramRun =
  | { readonly type: 'ended'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly type: 'missing'; readonly detail: string }
  | { readonly type: 'stopped'; readonly detail: string }

/** Runs a program of the system without a shell, its messages in plain English; never rejects. */
export type RunProgram = (
  name: string,
  values: readonly string[],
  options: { readonly timeoutMs: number; readonly input?: Uint8Array },
) => Promise<ProgramRun>

/** The real thing. */
export const runProgram: RunProgram = async (name, values, options) => {
  try {
    return await run(name, values, options)
  } catch (error) {
    // Values that no program can be given, such as a null character.
    return { type: 'missing', detail: errorWords(error) }
  }
}

const run: RunProgram = (name, values, { timeoutMs, input }) =>
  new Promise((resolve) => {
    const child = spawn(name, values, { env: { ...process.env, LC_ALL: 'C', LANG: 'C' }, stdio: 'pipe' })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.stdout.on('data', (data: Buffer) => stdout.push(data))
    child.stderr.on('data', (data: Buffer) => stderr.push(data))
    const finish = (run: ProgramRun): void => {
      clearTimeout(timer)
      resolve(run)
    }
    child.once('error', (error) => finish({ type: 'missing', detail: errorWords(error) }))
    child.once('close', (code, signal) => {
      const words = Buffer.concat(stderr).toString('utf8').trim()
      if (code === null) finish({ type: 'stopped', detail: `${name}: ${String(signal)} ${words}`.trim() })
      else finish({ type: 'ended', code, stdout: Buffer.concat(stdout).toString('utf8'), stderr: words })
    })
    // A program that ends before it has read everything says why by itself.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
