import { join } from 'node:path'
import { findProgram, isExecutable } from './find-program.ts'

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
const MAC_PATHS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

/** The first Chromium-based browser in the usual places of this system, or null. */
export const findSystemBrowser = (
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null => {
  if (platform === 'darwin') return MAC_PATHS.find(isExecutable) ?? null
  if (platform !== 'win32') return findProgram(LINUX_NAMES, environment)
  return (
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined)
      .flatMap((root) => WINDOWS_PATHS.map((parts) => join(root, ...parts)))
      .find(isExecutable) ?? null
  )
}
