import { findProgram } from '../../build/find-program.ts'
import { quietCommand } from './quiet-command.ts'

const APT = ['-o', 'DPkg::Lock::Timeout=120', '-qq']
const UNATTENDED = { DEBIAN_FRONTEND: 'noninteractive' }

/** A program and the Debian package that brings it. */
export type NeededProgram = { readonly program: string; readonly debianPackage: string }

/** The program's path, also where only root's PATH would find it; null when it is not there. */
export const findSystemProgram = (program: string): string | null =>
  findProgram([program], { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/lib/systemd:/usr/lib/wine` })

/** Provides these programs: installs what is missing where it may (root on Debian). Null when all are there, else why not. */
export const provideDebianPrograms = async (needed: readonly NeededProgram[]): Promise<string | null> => {
  const missing = () => needed.filter(({ program }) => findSystemProgram(program) === null)
  if (missing().length === 0) return null
  const packages = [...new Set(missing().map(({ debianPackage }) => debianPackage))]
  if (findProgram(['apt-get']) === null) return `${packages.join(', ')} missing, and this system has no apt-get`
  if (process.getuid?.() !== 0) return `missing packages, which only root can install: ${packages.join(' ')}`
  console.log(`Installing ${packages.join(', ')} ...`)
  await quietCommand('apt-get', [...APT, 'update'], { environment: UNATTENDED })
  const { errors } = await quietCommand('apt-get', [...APT, 'install', '-y', '--no-install-recommends', ...packages], {
    environment: UNATTENDED,
  })
  if (missing().length === 0) return null
  return `${packages.join(', ')} could not be installed: ${errors.trim().split('\n').at(-1) ?? ''}`
}
