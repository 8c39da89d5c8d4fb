import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const program = (folder: string): string => `
  import { openLogBook } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'log.ts')).href)}
  const book = openLogBook(${JSON.stringify(folder)}, { writesToConsole: true })
  const log = book.scope('main')
  process.on('uncaughtException', (error) => log.error('not caught', error))
  process.stdin.once('data', () => {
    for (let line = 0; line < 5; line += 1) setTimeout(() => log.warn('line ' + line), line * 20)
    setTimeout(() => process.exit(0), 400)
  })
  console.error('ready')
`

test('goes on in its file when the console that it was started from is gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'konter-log-'))
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program(folder)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    await new Promise<void>((resolve) => child.stderr.once('data', () => resolve()))
    child.stdout.destroy()
    child.stderr.destroy()
    child.stdin.end('go')
    expect(await ended).toBe(0)
    const lines = (await readFile(join(folder, 'konter.log'), 'utf8')).trim().split('\n')
    expect(lines.filter((line) => /line \d$/u.test(line))).toHaveLength(5)
    expect(lines.filter((line) => line.includes('not caught'))).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
