import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startChild, waitForExit } from '../../../build/child-process.ts'
import { findSystemProgram } from '../debian-packages.ts'
import { outputOf } from '../quiet-command.ts'

/** A print service of its own, apart from the system's, with one raw queue that ends in this process. */
export type RawQueue = {
  readonly name: string
  /** What CUPS_SERVER must say to reach it. */
  readonly server: string
  /** Every job that came out, in order; once this many have come, or after a while. */
  readonly takeJobs: (count: number) => Promise<readonly Buffer[]>
  readonly stop: () => Promise<void>
}

const QUEUE = 'LABEL'
const LOOK_EVERY_MS = 50
const START_TIMEOUT_MS = 20_000
const JOB_TIMEOUT_MS = 20_000

const filesConfiguration = (folder: string): string => `
ServerRoot ${folder}/root
StateDir ${folder}/state
CacheDir ${folder}/cache
RequestRoot ${folder}/spool
TempDir ${folder}/temp
ErrorLog ${folder}/error.log
AccessLog ${folder}/access.log
PageLog ${folder}/page.log
SystemGroup root
`
const serviceConfiguration = (socket: string): string => `
Listen ${socket}
Browsing No
DefaultShared No
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

const waitWhile = async (isWaiting: () => boolean, timeoutMs: number): Promise<void> => {
  for (let waitedMs = 0; isWaiting() && waitedMs < timeoutMs; waitedMs += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS)
}

/** Starts the service with its queue; needs root, as CUPS does. */
export const startRawQueue = async (): Promise<RawQueue> => {
  const jobs: Buffer[] = []
  const sink = createServer({ allowHalfOpen: false }, (socket) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => jobs.push(Buffer.concat(chunks)))
    // A cut connection is a job that did not arrive; the count shows it.
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => {
    sink.listen(0, '127.0.0.1', resolve)
  })
  const address = sink.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  const folder = mkdtempSync(join(tmpdir(), 'konter-cups-'))
  // CUPS' own helpers run as another user.
  await outputOf('chmod', ['755', folder])
  for (const name of ['root', 'state', 'cache', 'spool', 'temp']) mkdirSync(join(folder, name))
  const socket = join(folder, 'cups.sock')
  writeFileSync(join(folder, 'cupsd.conf'), serviceConfiguration(socket))
  writeFileSync(join(folder, 'cups-files.conf'), filesConfiguration(folder))
  const service = startChild(
    findSystemProgram('cupsd') ?? '/usr/sbin/cupsd',
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { stdio: 'ignore' },
  )
  const ended = waitForExit(service)
  const stop = async (): Promise<void> => {
    service.kill()
    await ended
    await new Promise<void>((resolve) => {
      sink.close(() => resolve())
    })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await waitWhile(() => !existsSync(socket), START_TIMEOUT_MS)
    const device = `socket://127.0.0.1:${String(port)}/?contimeout=3`
    const reached = ['-h', socket]
    const queue = ['-p', QUEUE, '-E', '-m', 'raw', '-v', device, '-o', 'printer-error-policy=abort-job']
    await outputOf(findSystemProgram('lpadmin') ?? 'lpadmin', [...reached, ...queue])
  } catch (error) {
    await stop()
    throw error
  }
  return {
    name: QUEUE,
    server: socket,
    stop,
    takeJobs: async (count) => {
      await waitWhile(() => jobs.length < count, JOB_TIMEOUT_MS)
      // Another copy would come now.
      await wait(LOOK_EVERY_MS * 10)
      return jobs.splice(0)
    },
  }
}
