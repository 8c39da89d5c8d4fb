import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { GreyPicture } from './grey-picture.ts'

const run = promisify(execFile)
const PICTURES_A_RUN = 60

/** The picture as a file that every picture program reads (PGM). */
const pgmOf = ({ widthPx, heightPx, grey }: GreyPicture): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${String(widthPx)} ${String(heightPx)}\n255\n`), grey])

/** What zbar, in one run for many pictures, reads from each. Rejects when zbarimg is not installed. */
export const readWithZbar = async (pictures: readonly GreyPicture[]): Promise<readonly (readonly string[])[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'konter-paper-'))
  try {
    const found = pictures.map((): string[] => [])
    for (let first = 0; first < pictures.length; first += PICTURES_A_RUN) {
      const batch = pictures.slice(first, first + PICTURES_A_RUN)
      const paths = batch.map((_, index) => join(directory, `${String(first + index)}.pgm`))
      await Promise.all(batch.map((picture, index) => writeFile(paths[index] ?? '', pgmOf(picture))))
      // Status 4: at least one of them holds nothing that it can read.
      const { stdout } = await run('zbarimg', ['-q', '--xml', ...paths], { maxBuffer: 1e8 }).catch(outputOfStatus4)
      for (const [, index, symbols] of stdout.matchAll(/<source href='[^']*?(\d+)\.pgm'>(.*?)<\/source>/gs)) {
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

/** Alpha in the highest byte of a pixel, the same shade in the other three. */
const OPAQUE = 0xff000000
const GREY = 0x010101

/** What zxing reads from a picture. */
export const readWithZxing = async ({ widthPx, heightPx, grey }: GreyPicture): Promise<readonly string[]> => {
  await prepareZxing()
  const pixels = new Uint32Array(widthPx * heightPx)
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = OPAQUE | ((grey[index] ?? 0) * GREY)
  const data = new Uint8ClampedArray(pixels.buffer)
  const read = await readBarcodes(
    { data, width: widthPx, height: heightPx, colorSpace: 'srgb' },
    {
      formats: ['Code128', 'QRCode', 'EAN13', 'EAN8', 'UPCA'],
      tryHarder: true,
      maxNumberOfSymbols: 20,
    },
  )
  return read.map(({ text }) => text)
}
