import { execFileSync, spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runProgram, type RunProgram } from '../run-program.ts'

const CUPSD = '/usr/sbin/cupsd'
/** Where CUPS' own programs are. */
const PROGRAMS = '/usr/lib/cups'

/** Why a CUPS of one's own cannot be run on this machine; null when it can. */
export const whyNoCups = (): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux'
  try {
    accessSync(CUPSD, constants.X_OK)
    execFileSync('which', ['lp', 'lpstat', 'lpadmin', 'cancel', 'setsid', 'setpriv'], { stdio: 'ignore' })
    return null
  } catch {
    return 'needs the packages cups and cups-client'
  }
}

/** A CUPS of its own in a temporary folder; the system's is not touched. */
export type PrivateCups = {
  /** Where it listens, as CUPS_SERVER. */
  readonly server: string
  readonly run: RunProgram
  /** The same as a user who may print and not change a queue. */
  readonly runAsCashier: RunProgram
  readonly addQueue: (queue: string, deviceUri: string, options?: readonly string[]) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A folder of CUPS' own programs with further backends among them, by name. */
const addBackends = (folder: string, backends: Readonly<Record<string, string>>): string => {
  for (const name of readdirSync(PROGRAMS)) {
    if (name !== 'backend') symlinkSync(join(PROGRAMS, name), join(folder, name))
  }
  const own = join(folder, 'backend')
  mkdirSync(own)
  for (const name of readdirSync(join(PROGRAMS, 'backend'))) {
    symlinkSync(join(PROGRAMS, 'backend', name), join(own, name))
  }
  for (const [name, script] of Object.entries(backends)) {
    writeFileSync(join(own, name), script)
    chmodSync(join(own, name), 0o755)
  }
  return folder
}

/** Starts it, listening on a socket file only, with further backends where some are given: the words of a shell script by name. */
export const startPrivateCups = async (backends: Readonly<Record<string, string>> = {}): Promise<PrivateCups> => {
  const root = mkdtempSync(join(tmpdir(), 'konter-cups-'))
  // Its backends run as another user.
  chmodSync(root, 0o755)
  const folder = (name: string): string => {
    const path = join(root, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const socket = join(root, 'cups.sock')
  const etc = folder('etc')
  const files = join(etc, 'cups-files.conf')
  const daemon = join(etc, 'cupsd.conf')
  const spool = folder('spool')
  writeFileSync(
    files,
    [
      `ServerRoot ${etc}`,
      `CacheDir ${folder('cache')}`,
      `StateDir ${folder('state')}`,
      `RequestRoot ${spool}`,
      `TempDir ${folder('spool/tmp')}`,
      ...['Access', 'Error', 'Page'].map((log) => `${log}Log ${join(folder('log'), log)}`),
      ...(Object.keys(backends).length === 0 ? [] : [`ServerBin ${addBackends(folder('programs'), backends)}`]),
      'SystemGroup root',
      'Sandboxing relaxed',
      '',
    ].join('\n'),
  )
  const allowed = [
    '<Location />',
    'Order allow,deny',
    'Allow all',
    '</Location>',
    '<Policy default>',
    '<Limit CUPS-Add-Modify-Printer>',
    'AuthType Basic',
    'Require user @SYSTEM',
    'Order deny,allow',
    '</Limit>',
    '<Limit All>',
    'Order deny,allow',
    '</Limit>',
    '</Policy>',
    '',
  ].join('\n')
  writeFileSync(
    daemon,
    `Listen ${socket}\nLogLevel warn\nBrowsing No\nDefaultAuthType None\nWebInterface No\n${allowed}`,
  )
  const child = spawn(CUPSD, ['-f', '-c', daemon, '-s', files], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const run: RunProgram = (name, values, options) =>
    runProgram('env', [`CUPS_SERVER=${socket}`, name, ...values], options)
  const runAsCashier: RunProgram = (name, values, options) => {
    // Without a terminal nobody is asked for a password.
    const asNobody = ['-w', 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
    return runProgram('setsid', [...asNobody, 'env', `CUPS_SERVER=${socket}`, name, ...values], options)
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(root, { recursive: true, force: true })
  }
  for (let tries = 0; ; tries += 1) {
    const asked = await run('lpstat', ['-r'], { timeoutMs: 5000 })
    if (asked.type === 'ended' && asked.stdout.includes('is running')) break
    if (tries > 100) {
      await stop()
      throw new Error(`cupsd does not start: ${JSON.stringify(asked)}`)
    }
    await wait(100)
  }
  return {
    server: socket,
    run,
    runAsCashier,
    addQueue: async (queue, deviceUri, options = []) => {
      const values = ['-p', queue, '-v', deviceUri, '-m', 'raw', ...options]
      const added = await run('lpadmin', values, { timeoutMs: 10_000 })
      if (added.type !== 'ended' || added.code !== 0) throw new Error(JSON.stringify(added))
    },
    stop,
  }
}
