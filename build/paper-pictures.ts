import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DotPage } from '../electron/practice/printer/dot-page.ts'
import { createMonoPicture, fillDots, type MonoPicture } from '../electron/printing/mono-picture.ts'
import { pictureToPng } from '../electron/printing/mono-png.ts'
import { PAPER_DOCUMENTS, PAPER_LANGUAGES, requestFor } from '../tests/paper/paper-documents.ts'
import { interpret, sentBytes } from '../tests/paper/sent-pages.ts'
import { otherPictures } from './paper-other-pictures.ts'
import { PROJECT_ROOT } from './project-root.ts'

// `npm run paper`: what every document looks like on paper, drawn from the bytes that a 203 dpi printer is sent.

const FOLDER = join(PROJECT_ROOT, 'docs', 'paper')

const pictureOf = ({ widthDots, heightDots, dots }: DotPage): MonoPicture => {
  const picture = createMonoPicture(widthDots, heightDots)
  dots.forEach((dot, index) => {
    if (dot === 1) fillDots(picture, index % widthDots, Math.floor(index / widthDots), 1, 1)
  })
  return picture
}

const paperWords = (media: (typeof PAPER_DOCUMENTS)[number]['media']): string =>
  media.type === 'roll'
    ? `${String(media.paperWidthMm)} mm roll`
    : `${String(media.widthMm)} x ${String(media.heightMm)} mm labels${media.across > 1 ? `, ${String(media.across)} across` : ''}`

/** Writes one PNG for every page and answers with the lines of the list. */
const drawAll = async (): Promise<readonly string[]> => {
  const rows: string[] = []
  for (const paperDocument of PAPER_DOCUMENTS) {
    const links: string[] = []
    const printerLanguage = paperDocument.media.type === 'roll' ? 'escpos' : 'tspl'
    for (const language of PAPER_LANGUAGES) {
      const request = requestFor(paperDocument, { language, dpi: 203, printerLanguage })
      const { pages, problems } = interpret(await sentBytes(request), request.printer)
      if (problems.length > 0) throw new Error(`${paperDocument.name}: ${problems.join('; ')}`)
      for (const [index, page] of pages.entries()) {
        const name = `${paperDocument.name}${index === 0 ? '' : `-${String(index + 1)}`}-${language}.png`
        await writeFile(join(FOLDER, name), pictureToPng(pictureOf(page)))
        links.push(`[${language}${index === 0 ? '' : ` ${String(index + 1)}`}](${name})`)
      }
    }
    rows.push(`| ${paperDocument.name} | ${paperWords(paperDocument.media)} | ${links.join(' ')} |`)
  }
  return rows
}

/** The same for the finer head, couriers' PDFs, text receipts and what is saved as PDF. */
const drawOthers = async (): Promise<readonly string[]> => {
  const rows = new Map<string, { readonly paper: string; readonly links: string[] }>()
  for (const language of PAPER_LANGUAGES) {
    for (const picture of await otherPictures(language)) {
      const file = `${picture.name}-${language}.png`
      await writeFile(join(FOLDER, file), picture.type === 'png' ? picture.png : pictureToPng(pictureOf(picture.page)))
      const row = rows.get(picture.name) ?? { paper: picture.paper, links: [] }
      row.links.push(`[${language}](${file})`)
      rows.set(picture.name, row)
    }
  }
  return [...rows].map(([name, { paper, links }]) => `| ${name} | ${paper} | ${links.join(' ')} |`)
}

await mkdir(FOLDER, { recursive: true })
const earlier = (await readdir(FOLDER)).filter((name) => name.endsWith('.png'))
await Promise.all(earlier.map((name) => rm(join(FOLDER, name))))
const rows = [...(await drawAll()), ...(await drawOthers())]
const readme = `# What comes out of the printers

Every document in both languages, drawn from the bytes that the printer is sent: rolls from ESC/POS, labels from TSPL; one
pixel a dot at 203 dpi (8 dots a millimetre) where nothing else is said. Text receipts are drawn with another font than a
printer's. The courier's PDF is self-made. PDFs that are saved are drawn by poppler. \`npm run paper\` writes all of them anew;
tests/paper holds what they are checked for.

| Document | Paper | Pictures |
| --- | --- | --- |
${rows.join('\n')}
`
await writeFile(join(FOLDER, 'README.md'), readme)
console.log(`${String(rows.length)} documents in ${FOLDER}`)
