import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  // A process id may have been given to another program since the last run.
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('standin')
  } catch {
    return false
  }
}

const doorOf = (folder: string): string => {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return process.platform === 'win32' ? `\\\\.\\pipe\\konter-${key}` : join(tmpdir(), `konter-${key}.sock`)
}

/** Takes the profile for this process. False when another one has it; that one is told through `onKnock`. */
export const takeInstanceLock = (folder: string, onKnock: () => void): boolean => {
  mkdirSync(folder, { recursive: true })
  const lockPath = join(folder, 'standin.lock')
  const door = doorOf(folder)
  try {
    writeFileSync(lockPath, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = Number(readFileSync(lockPath, 'utf8'))
    if (owner !== process.pid && Number.isInteger(owner) && owner > 0 && isRunning(owner)) {
      connect(door)
        .on('error', () => undefined)
        .end('knock')
      return false
    }
    writeFileSync(lockPath, String(process.pid))
  }
  if (process.platform !== 'win32') rmSync(door, { force: true })
  const server = createServer((socket) => {
    socket.resume()
    onKnock()
  })
  server.on('error', () => undefined)
  server.listen(door)
  server.unref()
  process.once('exit', () => {
    rmSync(lockPath, { force: true })
    if (process.platform !== 'win32') rmSync(door, { force: true })
  })
  return true
}
