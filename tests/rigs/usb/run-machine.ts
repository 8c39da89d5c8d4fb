import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startChild } from '../../../build/child-process.ts'
import { PROJECT_ROOT } from '../../../build/project-root.ts'
import { findSystemProgram } from '../debian-packages.ts'
import { rigFolder } from '../rig-folder.ts'
import type { RigResult } from '../rig-run.ts'
import type { BuiltMachine } from './build-machine.ts'

const resultSchema = z.object({
  title: z.string(),
  isGood: z.boolean(),
  facts: z.string(),
  tookMs: z.number(),
  tooLateAtFirst: z.string().nullable(),
})
const lineSchema = z.union([resultSchema, z.object({ isComplete: z.literal(true) })])
/** What a run of the machine left behind. */
export type MachineRun = {
  readonly results: readonly RigResult[]
  /** False when it never got as far as the project's code: the machine here cannot run it. */
  readonly hasStarted: boolean
  /** False when it ended before its last scenario. */
  readonly isComplete: boolean
  /** The last lines on its console. */
  readonly console: string
}

export type MachineWork = {
  /** Copied into the folder that the machine sees as /rig. */
  readonly files: readonly string[]
  /** What bash runs there. */
  readonly startScript: string
  readonly timeoutMs: number
  readonly onResult: (result: RigResult) => void
}

const LOOK_EVERY_MS = 200
/** Emulated processors are slow; one that is not up by then will not be up in time for anything. */
const START_TIMEOUT_MS = 120_000
const MEMORY_MB = 1536

/** Boots the machine, lets it do its work, and takes its results; the machine is gone afterwards. */
export const runMachine = async (machine: BuiltMachine, work: MachineWork): Promise<MachineRun> => {
  const folder = mkdtempSync(join(rigFolder('usb'), 'run-'))
  const resultPath = join(folder, 'results.jsonl')
  const startedPath = join(folder, 'started')
  writeFileSync(resultPath, '')
  writeFileSync(join(folder, 'start.sh'), `touch /rig/started\n${work.startScript}\n`)
  // Packages are found from here, also by import().
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const file of work.files) copyFileSync(file, join(folder, file.split('/').at(-1) ?? file))
  const child = startChild(
    findSystemProgram('qemu-system-x86_64') ?? 'qemu-system-x86_64',
    qemuArguments(machine, folder),
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let words = ''
  const keep = (chunk: Buffer): void => {
    words += chunk.toString()
    appendFileSync(join(rigFolder('usb'), 'last-console.log'), chunk)
  }
  rmSync(join(rigFolder('usb'), 'last-console.log'), { force: true })
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const told: RigResult[] = []
  const look = (): boolean => {
    const lines = readFileSync(resultPath, 'utf8').split('\n').slice(0, -1)
    const entries = lines.map((line) => lineSchema.parse(JSON.parse(line)))
    const results = entries.flatMap((entry) => ('title' in entry ? [entry] : []))
    for (const result of results.slice(told.length)) {
      told.push(result)
      work.onResult(result)
    }
    return entries.length > results.length
  }
  try {
    const startMs = performance.now()
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        look()
        const elapsedMs = performance.now() - startMs
        if (elapsedMs > work.timeoutMs || (elapsedMs > START_TIMEOUT_MS && !existsSync(startedPath)))
          child.kill('SIGKILL')
      }, LOOK_EVERY_MS)
      const end = (): void => {
        clearInterval(timer)
        resolve()
      }
      child.once('error', (error) => {
        words += error.message
        end()
      })
      child.once('close', end)
    })
    const isComplete = look()
    const console = words.trim().split('\n').slice(-12).join('\n')
    return { results: told, hasStarted: existsSync(startedPath), isComplete, console }
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

const qemuArguments = (machine: BuiltMachine, folder: string): readonly string[] =>
  [
    ['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none', '-serial', 'stdio'],
    // Emulated: a machine inside a machine seldom has KVM, and where it has, it was seen to hang.
    ['-machine', 'pc', '-accel', 'tcg,thread=multi', '-cpu', 'max', '-smp', '2', '-m', String(MEMORY_MB)],
    ['-kernel', machine.kernelPath, '-initrd', machine.memoryDiskPath],
    // On a busy host the emulated timer is late, and a kernel that checks it does not start.
    ['-append', 'console=ttyS0 panic=-1 quiet loglevel=4 mitigations=off no_timer_check'],
    ['-virtfs', 'local,path=/,mount_tag=host-root,security_model=none,readonly=on,multidevs=remap'],
    ['-virtfs', `local,path=${folder},mount_tag=rig-folder,security_model=none,multidevs=remap`],
  ].flat()
