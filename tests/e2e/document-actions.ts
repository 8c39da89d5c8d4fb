import type { Locator, Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openQueue } from './printer-actions.ts'
import { expect } from './till-test.ts'

const run = promisify(execFile)

/** A page that practice mode's printer has drawn, by its name on the printing screen. */
export const printedPage = async (page: Page, name: string): Promise<Locator> => {
  await openQueue(page)
  const printed = page.getByRole('img', { name, exact: true })
  await expect(printed).toBeVisible()
  return printed
}

/** The dots of a picture on the screen: those of a preview's drawing, or the pixels of a printed page. */
export const shownSize = async (picture: Locator): Promise<{ readonly width: number; readonly height: number }> =>
  picture.evaluate(async (element) => {
    if (element instanceof SVGSVGElement) {
      const { width, height } = element.viewBox.baseVal
      return { width, height }
    }
    if (!(element instanceof HTMLImageElement)) throw new Error('Not a picture')
    element.loading = 'eager'
    await element.decode()
    return { width: element.naturalWidth, height: element.naturalHeight }
  })

/** Where the till has saved a file of this name. Waits for it. */
export const savedFile = async (profile: string, name: string | RegExp): Promise<string> => {
  const folder = join(profile, 'practice/exports')
  const find = async (): Promise<string | undefined> => {
    const names = await readdir(folder).catch(() => [])
    return names.find((each) => (typeof name === 'string' ? each === name : name.test(each)))
  }
  await expect.poll(find, { message: `saved as ${String(name)}` }).toBeDefined()
  return join(folder, (await find()) ?? '')
}

/** The text of a PDF that the till has saved, as pdftotext reads it. Waits for the file. */
export const readSavedPdf = async (profile: string, name: string | RegExp): Promise<string> => {
  const { stdout } = await run('pdftotext', ['-layout', await savedFile(profile, name), '-'])
  return stdout
}
