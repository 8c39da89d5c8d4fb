import type { Locator } from '@playwright/test'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One of several columns of an image, from 0. */
type Column = { readonly place: number; readonly count: number }

/** The image's own pixels as a PNG, one pixel a printer's dot; of one column of it, if asked. */
const readPixels = async (image: Locator, column: Column = { place: 0, count: 1 }): Promise<Buffer> => {
  const dataUrl = await image.evaluate(async (element, { place, count }) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('Not an image')
    element.loading = 'eager'
    await element.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(element.naturalWidth / count)
    canvas.height = element.naturalHeight
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('No canvas')
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(element, -place * canvas.width, 0)
    return canvas.toDataURL('image/png')
  }, column)
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}

const readCodes = async (png: Buffer): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'konter-codes-'))
  try {
    const file = join(folder, 'page.png')
    await writeFile(file, png)
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', file])
    return stdout.split('\n').filter((line) => line !== '')
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Reads every code on a printed page with zbarimg, a decoder from outside of the project. Throws when it reads none. */
export const readPrintedCodes = async (image: Locator): Promise<readonly string[]> => readCodes(await readPixels(image))

/** Reads the codes of labels that lie so many side by side, each by itself: of two equal codes zbarimg tells only once. A column may be empty. */
export const readLabelCodes = async (image: Locator, across: number): Promise<readonly string[]> => {
  const codes: string[] = []
  for (let place = 0; place < across; place += 1) {
    codes.push(...(await readCodes(await readPixels(image, { place, count: across })).catch(() => [])))
  }
  return codes
}

/** Reads every code in what the screen shows, as a camera in front of it would. Throws when it reads none. */
export const readShownCodes = async (shown: Locator): Promise<readonly string[]> => readCodes(await shown.screenshot())
