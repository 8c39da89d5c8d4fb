import { spawn, type ChildProcess } from 'node:child_process'

const children = new Set<ChildProcess>()
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let isListening = false

/** Ends every child of this command, each by its own process id. */
export const stopChildren = (signal: NodeJS.Signals = 'SIGTERM'): void => {
  for (const child of children) child.kill(signal)
}

const passSignalsOn = (): void => {
  if (isListening) return
  isListening = true
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      stopChildren(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    })
  }
}

/** Starts a child that ends when this command is told to end. */
export const startChild = (
  command: string,
  commandArguments: readonly string[],
  options: Parameters<typeof spawn>[2] = {},
): ChildProcess => {
  passSignalsOn()
  const child = spawn(command, [...commandArguments], options)
  children.add(child)
  const forget = (): void => {
    children.delete(child)
  }
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/** The child's exit status: 1 when it could not be started, 128 + 2 after Ctrl-C, 1 after any other signal. */
export const waitForExit = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('error', () => {
      resolve(1)
    })
    child.once('exit', (code, signal) => {
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
