import { findProgram } from './find-program.ts'
import { runCommand } from './run-command.ts'
import { findSystemBrowser } from './system-browser.ts'

/** A program of the system that a command needs, and how to get it. */
type SystemProgram = {
  readonly isThere: () => boolean
  readonly debianPackages: readonly string[]
  readonly advice: string
}

/** True where a window can be shown without a virtual display. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean =>
  platform !== 'linux' || (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== ''

/** What Konter's commands can need of the system. */
export const SYSTEM_PROGRAMS = {
  browser: {
    isThere: () => (process.env['KONTER_CHROMIUM'] ?? findSystemBrowser()) !== null,
    debianPackages: ['chromium', 'fonts-dejavu-core'],
    advice:
      'Install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), or set KONTER_CHROMIUM to its path.',
  },
  display: {
    isThere: () => hasDisplay() || findProgram(['Xvfb']) !== null,
    debianPackages: ['xvfb'],
    advice: 'There is no screen: install Xvfb (Debian, Ubuntu: apt-get install xvfb), or set DISPLAY.',
  },
  barcodeReader: {
    isThere: () => findProgram(['zbarimg']) !== null,
    debianPackages: ['zbar-tools'],
    advice: 'The barcode checks need zbarimg (Debian, Ubuntu: apt-get install zbar-tools).',
  },
  pdfReader: {
    isThere: () => findProgram(['pdftotext']) !== null,
    debianPackages: ['poppler-utils'],
    advice: 'The checks of PDF files need pdftotext (Debian, Ubuntu: apt-get install poppler-utils).',
  },
  printQueue: {
    isThere: () => findProgram(['cupsd']) !== null && findProgram(['lp']) !== null,
    debianPackages: ['cups', 'cups-client'],
    advice: 'The checks of CUPS queues need cupsd (Debian, Ubuntu: apt-get install cups cups-client).',
  },
} as const satisfies Record<string, SystemProgram>
export type SystemProgramName = keyof typeof SYSTEM_PROGRAMS

const aptInstall = async (packages: readonly string[]): Promise<boolean> => {
  if (process.getuid?.() !== 0 || findProgram(['apt-get']) === null) return false
  console.log(`Installing ${packages.join(', ')} ...`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  await runCommand('apt-get', ['update', '-qq'], quiet)
  return (await runCommand('apt-get', install, quiet)).code === 0
}

/** Makes sure that these programs are there: installs what is missing where it may (root on Debian). Answers what to do about the rest, a line each. */
export const provideSystemPrograms = async (names: readonly SystemProgramName[]): Promise<readonly string[]> => {
  const missing = names.map((name) => SYSTEM_PROGRAMS[name]).filter((program) => !program.isThere())
  if (missing.length === 0) return []
  await aptInstall(missing.flatMap((program) => program.debianPackages))
  return missing.filter((program) => !program.isThere()).map((program) => program.advice)
}

/** Provides what a command needs (when nothing is named: browser, barcode and PDF readers); prints a line for each that is still missing. */
export const ensureSystemPrograms = async (
  names: readonly SystemProgramName[] = ['browser', 'barcodeReader', 'pdfReader'],
): Promise<void> => {
  for (const advice of await provideSystemPrograms(names)) console.warn(advice)
}
