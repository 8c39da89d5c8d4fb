import { execFileSync, spawn } from 'node:child_process'

/** Relays between a pseudo terminal and this process; prints the path of its device first. */
const SCRIPT = `
import os, pty, select, sys, tty
master, slave = pty.openpty()
tty.setraw(slave)
sys.stderr.write(os.ttyname(slave) + "\\n")
sys.stderr.flush()
reads = True
watched = [0, master]
while True:
    ready = select.select(watched, [], [])[0]
    if 0 in ready:
        data = os.read(0, 65536)
        if not data: break
        if data == b"STOP": watched = [0]
        else: os.write(master, data)
    if master in ready:
        os.write(1, os.read(master, 65536))
`

/** True where python3 is there to make pseudo terminals. */
export const hasPseudoTerminals = (): boolean => {
  if (process.platform === 'win32') return false
  try {
    execFileSync('python3', ['-c', 'import pty'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A serial printer: a device that a test holds the other end of. */
export type PseudoTerminal = {
  readonly path: string
  readonly received: () => Buffer
  readonly say: (bytes: Uint8Array) => void
  /** Told after every piece that came. */
  readonly onData: (listener: () => void) => void
  /** From now on nothing is read. */
  readonly stopReading: () => void
  readonly stop: () => Promise<void>
}

/** Opens one, in raw mode. */
export const openPseudoTerminal = async (): Promise<PseudoTerminal> => {
  const child = spawn('python3', ['-c', SCRIPT], { stdio: 'pipe' })
  const received: Buffer[] = []
  let onData = (): void => undefined
  child.stdout.on('data', (data: Buffer) => {
    received.push(data)
    onData()
  })
  child.stdin.on('error', () => undefined)
  const path = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.stderr.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()))
  })
  return {
    path,
    received: () => Buffer.concat(received),
    say: (bytes) => child.stdin.write(bytes),
    onData: (listener) => {
      onData = listener
    },
    stopReading: () => child.stdin.write('STOP'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}
