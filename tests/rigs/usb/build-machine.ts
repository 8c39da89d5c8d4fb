import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { findSystemProgram, provideDebianPrograms } from '../debian-packages.ts'
import { outputOf, quietCommand } from '../quiet-command.ts'
import { rigFolder } from '../rig-folder.ts'

/** A bootable machine: a kernel and the memory disk it starts from. */
export type BuiltMachine = { readonly kernelPath: string; readonly memoryDiskPath: string }
export type MachineOrReason = { readonly machine: BuiltMachine } | { readonly cannot: string }

/** What the machine's kernel loads, with what each of them depends on; two USB buses, so that a printer can change its port. */
const MODULES: Readonly<Record<string, string>> = {
  virtio_pci: '',
  '9pnet_virtio': '',
  '9p': '',
  overlay: '',
  configfs: '',
  usbcore: '',
  dummy_hcd: 'num=2',
  libcomposite: '',
  usb_f_printer: '',
  usblp: '',
}
const INIT_SCRIPT = join(import.meta.dirname, 'machine-init.sh')

const PROGRAMS = [
  { program: 'qemu-system-x86_64', debianPackage: 'qemu-system-x86' },
  { program: 'busybox', debianPackage: 'busybox-static' },
  { program: 'modprobe', debianPackage: 'kmod' },
  { program: 'cpio', debianPackage: 'cpio' },
  { program: 'python3', debianPackage: 'python3' },
  { program: 'systemd-udevd', debianPackage: 'udev' },
] as const

/** The machine, built once a system: kernel and modules come from Debian's own package. Else why it cannot be had here. */
export const buildMachine = async (): Promise<MachineOrReason> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { cannot: `it needs Linux on x86-64, this is ${process.platform} on ${process.arch}` }
  }
  const missing = await provideDebianPrograms(PROGRAMS)
  if (missing !== null) return { cannot: missing }
  const recipe = createHash('sha256').update(readFileSync(INIT_SCRIPT)).update(JSON.stringify(MODULES)).digest('hex')
  const folder = join(rigFolder('usb'), `machine-${recipe.slice(0, 12)}`)
  if (!existsSync(folder)) {
    const failure = await buildInto(folder)
    if (failure !== null) return { cannot: failure }
  }
  return { machine: { kernelPath: join(folder, 'vmlinuz'), memoryDiskPath: join(folder, 'memory-disk.gz') } }
}

/** Null when the folder is there and whole; else why not. */
const buildInto = async (folder: string): Promise<string | null> => {
  const work = mkdtempSync(join(rigFolder('usb'), 'building-'))
  try {
    console.log('Building the USB rig’s machine (once a system) ...')
    const kernel = await unpackKernel(work)
    if (kernel === null) return 'Debian’s kernel package (linux-image-amd64) cannot be fetched'
    const disk = join(work, 'disk')
    await layOutDisk(disk, join(work, 'tree'), kernel)
    const built = join(work, 'built')
    mkdirSync(built)
    const packed = join(built, 'memory-disk.gz')
    await outputOf('sh', ['-c', `find . | cpio -o -H newc 2>/dev/null | gzip -1 > '${packed}'`], { cwd: disk })
    copyFileSync(join(work, 'tree', 'boot', `vmlinuz-${kernel}`), join(built, 'vmlinuz'))
    renameSync(built, folder)
    return null
  } catch (error) {
    // Another run may have built it meanwhile.
    if (existsSync(folder)) return null
    return error instanceof Error ? error.message : String(error)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const newestKernelPackage = async (): Promise<string | undefined> => {
  const { output } = await quietCommand('apt-cache', ['depends', 'linux-image-amd64'])
  return /Depends: (linux-image-\S+)/u.exec(output)?.[1]
}

/** The kernel's release, its package unpacked below `work`/tree; null when it cannot be fetched. */
const unpackKernel = async (work: string): Promise<string | null> => {
  let name = await newestKernelPackage()
  const download = (wanted: string) => quietCommand('apt-get', ['download', '-qq', wanted], { cwd: work })
  if (name === undefined || (await download(name)).code !== 0) {
    // The lists may be missing or older than the server's files.
    if (process.getuid?.() === 0) await quietCommand('apt-get', ['-qq', 'update'])
    name = await newestKernelPackage()
    if (name === undefined || (await download(name)).code !== 0) return null
  }
  const archive = readdirSync(work).find((file) => file.endsWith('.deb'))
  if (archive === undefined) return null
  await outputOf('dpkg-deb', ['-x', join(work, archive), join(work, 'tree')])
  const release = name.replace('linux-image-', '')
  await outputOf(findSystemProgram('depmod') ?? 'depmod', ['-b', join(work, 'tree'), release])
  return release
}

const layOutDisk = async (disk: string, tree: string, kernel: string): Promise<void> => {
  const moduleFolder = join(disk, 'modules')
  mkdirSync(moduleFolder, { recursive: true })
  mkdirSync(join(disk, 'bin'))
  copyFileSync(findSystemProgram('busybox') ?? '/bin/busybox', join(disk, 'bin', 'busybox'))
  const order: string[] = []
  for (const [name, options] of Object.entries(MODULES)) {
    const shown = await outputOf(findSystemProgram('modprobe') ?? 'modprobe', [
      '-d',
      tree,
      '-S',
      kernel,
      '--show-depends',
      name,
    ])
    for (const path of shown.split('\n').flatMap((line) => /^insmod (\S+)/u.exec(line)?.[1] ?? [])) {
      const file = basename(path)
      if (order.some((line) => line.startsWith(`${file} `))) continue
      copyFileSync(path, join(moduleFolder, file))
      order.push(`${file} ${path.includes(`/${name}.ko`) ? options : ''}`)
    }
  }
  writeFileSync(join(moduleFolder, 'order'), `${order.join('\n')}\n`)
  copyFileSync(INIT_SCRIPT, join(disk, 'init'))
  chmodSync(join(disk, 'init'), 0o755)
}
