import nodeLog from 'electron-log/node'
import { join } from 'node:path'
import { redact } from './log-redaction.ts'

/** Where a part of Konter writes what happened. Secrets and buyers' data are hidden before anything is written. */
export type Log = {
  readonly info: (message: string, detail?: unknown) => void
  readonly warn: (message: string, detail?: unknown) => void
  readonly error: (message: string, detail?: unknown) => void
}

/** Gives each part its own scope in one log file. */
export type LogBook = { readonly scope: (name: string) => Log; readonly filePath: string }

const LARGEST_FILE_BYTES = 5 * 1024 * 1024

/** Opens `konter.log` in `folder`; a full file moves to `konter.old.log`. Warnings and errors also go to the console unless told not to. */
export const openLogBook = (folder: string, options: { readonly writesToConsole: boolean }): LogBook => {
  const filePath = join(folder, 'konter.log')
  const logger = nodeLog.create({ logId: filePath })
  logger.transports.file.resolvePathFn = () => filePath
  logger.transports.file.maxSize = LARGEST_FILE_BYTES
  logger.transports.file.level = 'info'
  logger.transports.console.level = options.writesToConsole ? 'warn' : false
  // Whoever started Konter from a console may close it: what cannot be shown there is in the file, and must not be an error to log.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {
      logger.transports.console.level = false
    })
  }
  logger.hooks.push((message) => ({ ...message, data: message.data.map((entry: unknown) => redact(entry)) }))
  return {
    filePath,
    scope: (name) => {
      const scoped = logger.scope(name)
      const write = (level: 'info' | 'warn' | 'error') => (message: string, detail?: unknown) => {
        if (detail === undefined) scoped[level](message)
        else scoped[level](message, detail)
      }
      return { info: write('info'), warn: write('warn'), error: write('error') }
    },
  }
}
