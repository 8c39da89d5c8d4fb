import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAPER_DOCUMENTS, requestFor } from '../../paper/paper-documents.ts'
import { sentBytes } from '../../paper/sent-pages.ts'
import { DRAWN_LABEL } from './guest/rig-jobs.ts'

/** Draws a shipping label as the project does for a TSPL printer of 203 dpi, into a file for the machine; its path. */
export const drawLabel = async (folder: string): Promise<string> => {
  const label = PAPER_DOCUMENTS.find(({ name }) => name === 'label-100x150')
  if (label === undefined) throw new Error('no such document')
  const path = join(folder, DRAWN_LABEL)
  writeFileSync(path, await sentBytes(requestFor(label, { language: 'id', dpi: 203, printerLanguage: 'tspl' })))
  return path
}
