import { readFileSync } from 'node:fs'

/** What a rig prints: as large as real jobs, with dots that differ from place to place, so that any lost or doubled byte shows. */
export type RigJobKind = 'label' | 'receipt'

const LABEL_HEAD = 'SIZE 100 mm,150 mm\r\nGAP 3 mm,0 mm\r\nCLS\r\nBITMAP 0,0,100,1200,0,'
/** A label printer at 100 mm a second: 8 rows a millimetre, 100 bytes a row. */
export const LABEL_BYTES_PER_SECOND = 80_000
/** 100 bytes a row of 8 dots a millimetre, 1,200 rows. */
const LABEL_DOT_BYTES = 120_000
const RECEIPT_DOT_BYTES = 72 * 850

/**
 * Bytes that repeat nowhere within a job and differ between jobs. Only letters: chance must not write a question that the
 * printer would answer.
 */
const letters = (count: number, seed: number): Buffer => {
  const bytes = Buffer.alloc(count)
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  for (let at = 0; at < count; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = 0x61 + ((state >>> 16) % 26)
  }
  return bytes
}

/** A shipping label for TSPL, 120 kB, or an 80 mm receipt for ESC/POS, 61 kB; another seed is another job. */
export const rigJob = (kind: RigJobKind, seed: number): Buffer =>
  kind === 'label'
    ? Buffer.concat([Buffer.from(LABEL_HEAD), letters(LABEL_DOT_BYTES, seed), Buffer.from('\r\nPRINT 1,1\r\n')])
    : Buffer.concat([
        Buffer.from([0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 72, 0, 0x52, 0x03]),
        letters(RECEIPT_DOT_BYTES, seed),
        Buffer.from([0x0a, 0x1d, 0x56, 0x42, 0x00, 0x0a, 0x0a]),
      ])

/** A job of a size at which USB transfers are apt to go wrong. */
export const rigJobOfSize = (count: number, seed: number): Buffer => letters(count, seed)

/** The file of a shipping label that was drawn outside. */
export const DRAWN_LABEL = 'drawn-label.bin'

/** A shipping label with the project's own ink, in TSPL. */
export const drawnLabel = (): Buffer => readFileSync(`/rig/${DRAWN_LABEL}`)
