import { startChild } from '../../build/child-process.ts'

export type CommandOptions = {
  readonly cwd?: string
  /** Added to this process's own. */
  readonly environment?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

export type CommandEnd = { readonly code: number; readonly output: string; readonly errors: string }

/** Runs a command without showing its output. Code 1 when it could not be started, was killed or took too long. */
export const quietCommand = (
  command: string,
  commandArguments: readonly string[],
  { cwd, environment = {}, timeoutMs = 300_000 }: CommandOptions = {},
): Promise<CommandEnd> =>
  new Promise((resolve) => {
    const child = startChild(command, commandArguments, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
      timeout: timeoutMs,
      ...(cwd === undefined ? {} : { cwd }),
    })
    let output = ''
    let errors = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.once('error', (error) => resolve({ code: 1, output, errors: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }))
  })

/** The output of a command that must succeed; rejects with its own words otherwise. */
export const outputOf = async (
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<string> => {
  const { code, output, errors } = await quietCommand(command, commandArguments, options)
  if (code !== 0) {
    const words = (errors === '' ? output : errors).trim().split('\n').slice(-3).join(' ')
    throw new Error(`${command} ${commandArguments[0] ?? ''} ended with ${String(code)}: ${words}`)
  }
  return output
}
