import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The PNG of a `data:` address. */
export const pngOf = (imageUrl: string): Buffer => Buffer.from(imageUrl.slice(imageUrl.indexOf(',') + 1), 'base64')

/** What zbarimg, a decoder from outside the project, reads from a PNG, sorted. For tests. Rejects with plain words when it is not installed. */
export const readCodes = async (png: Buffer): Promise<readonly string[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'konter-codes-'))
  try {
    const path = join(directory, 'page.png')
    await writeFile(path, png)
    const { stdout } = await run('zbarimg', ['-q', path])
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('zbarimg is not installed; install zbar-tools (Debian: apt-get install zbar-tools)', {
        cause: error,
      })
    }
    throw error
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
