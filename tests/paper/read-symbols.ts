import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { MonoPicture } from '../../electron/printing/mono-picture.ts'
import { pictureToPng } from '../../electron/printing/mono-png.ts'

const run = promisify(execFile)
const PICTURES_A_RUN = 60

/** What zbar, in one run for many pictures, reads from each. Rejects when zbarimg is not installed. */
export const readWithZbar = async (pictures: readonly MonoPicture[]): Promise<readonly (readonly string[])[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'konter-paper-'))
  try {
    const found = pictures.map((): string[] => [])
    for (let first = 0; first < pictures.length; first += PICTURES_A_RUN) {
      const batch = pictures.slice(first, first + PICTURES_A_RUN)
      const paths = batch.map((_, index) => join(directory, `${String(first + index)}.png`))
      await Promise.all(batch.map((picture, index) => writeFile(paths[index] ?? '', pictureToPng(picture))))
      // Status 4: at least one of them holds nothing that it can read.
      const { stdout } = await run('zbarimg', ['-q', '--xml', ...paths], { maxBuffer: 1e8 }).catch(outputOfStatus4)
      for (const [, index, symbols] of stdout.matchAll(/<source href='[^']*?(\d+)\.png'>(.*?)<\/source>/gs)) {
        const texts = [...(symbols ?? '').matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, text]) => text ?? '')
        found[Number(index)]?.push(...texts)
      }
    }
    return found
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const outputOfStatus4 = (error: unknown): { readonly stdout: string } => {
  if (error instanceof Error && 'code' in error && error.code === 4 && 'stdout' in error) {
    return { stdout: String(error.stdout) }
  }
  throw error
}

let isPrepared = false

const prepareZxing = async (): Promise<void> => {
  if (isPrepared) return
  const require = createRequire(import.meta.url)
  const wasm = await readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  // Otherwise it would fetch it from the network.
  await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true })
  isPrepared = true
}

/** What zxing reads from a picture. */
export const readWithZxing = async (picture: MonoPicture): Promise<readonly string[]> => {
  await prepareZxing()
  const read = await readBarcodes(Uint8Array.from(pictureToPng(picture)), {
    formats: ['Code128', 'QRCode', 'EAN13', 'EAN8', 'UPCA'],
    tryHarder: true,
    maxNumberOfSymbols: 20,
  })
  return read.map(({ text }) => text)
}
