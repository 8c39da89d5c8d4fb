import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Takes a job and tells CUPS what stands in the file `says` of its folder, as long as there is one. */
const SCRIPT = `#!/bin/sh
[ $# = 0 ] && exit 0
folder="\${DEVICE_URI#konter-test:}"
cat > /dev/null
while [ -e "$folder/says" ]; do
  cat "$folder/says" >&2
  sleep 0.05
done
`

/** The backends to start a private CUPS with, for a printer that is a {@link makeTalkingPrinter}. */
export const TALKING_BACKENDS: Readonly<Record<string, string>> = { 'konter-test': SCRIPT }

/** A printer that begins a job and goes on saying how it is. */
export type TalkingPrinter = {
  readonly deviceUri: string
  /** What it says from now on, e.g. `STATE: +media-empty-error`. */
  readonly say: (...lines: readonly string[]) => void
  /** Ends its jobs. */
  readonly remove: () => void
}

/** Makes one that says nothing yet. */
export const makeTalkingPrinter = (): TalkingPrinter => {
  const folder = mkdtempSync(join(tmpdir(), 'konter-cups-printer-'))
  // Backends run as another user.
  chmodSync(folder, 0o755)
  const say = (...lines: readonly string[]): void => writeFileSync(join(folder, 'says'), `${lines.join('\n')}\n`)
  say('')
  return {
    deviceUri: `konter-test:${folder}`,
    say,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
