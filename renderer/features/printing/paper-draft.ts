import type { LabelSeparator, PrinterMedia } from '../../../shared/domain/printer.ts'
import { PAPER_PRESETS, type PaperPreset, presetOf } from './paper-presets.ts'
import { millimetresText, readMillimetres } from './read-millimetres.ts'

/** The paper as typed: numbers are still text, and what another choice needs is kept. */
export type PaperDraft = {
  readonly preset: PaperPreset | 'own'
  readonly cuts: boolean
  readonly opensDrawer: boolean
  readonly widthMm: string
  readonly heightMm: string
  readonly across: '1' | '2' | '3'
  readonly columnGapMm: string
  readonly separator: LabelSeparator['type']
  readonly separatorMm: string
}

/** The fields of the paper that can be wrong. */
export type PaperField = 'widthMm' | 'heightMm' | 'columnGapMm' | 'separatorMm'

const separatorLength = (separator: LabelSeparator): number => {
  if (separator.type === 'gap') return separator.gapMm
  return separator.type === 'mark' ? separator.markMm : 3
}

const acrossText = (across: number): PaperDraft['across'] => (across === 3 ? '3' : across === 2 ? '2' : '1')

/** The draft of a paper. */
export const draftPaper = (media: PrinterMedia): PaperDraft => {
  const isRoll = media.type === 'roll'
  const labels = isRoll ? PAPER_PRESETS['100x150'] : media
  return {
    preset: presetOf(media) ?? 'own',
    cuts: isRoll ? media.cuts : false,
    opensDrawer: isRoll ? media.opensDrawer : false,
    widthMm: millimetresText(labels.widthMm),
    heightMm: millimetresText(labels.heightMm),
    across: acrossText(labels.across),
    columnGapMm: millimetresText(labels.columnGapMm),
    separator: labels.separator.type,
    separatorMm: millimetresText(separatorLength(labels.separator)),
  }
}

/** The draft after another preset was chosen; "own" keeps the sizes to begin from. */
export const choosePreset = (draft: PaperDraft, preset: PaperDraft['preset']): PaperDraft =>
  preset === 'own' ? { ...draft, preset } : draftPaper(PAPER_PRESETS[preset])

const isRollPreset = (preset: PaperDraft['preset']): preset is 'roll58' | 'roll80' =>
  preset === 'roll58' || preset === 'roll80'

/** True while the draft is a roll of paper. */
export const isRoll = ({ preset }: PaperDraft): boolean => isRollPreset(preset)

const readSeparator = (draft: PaperDraft, lengthMm: number): LabelSeparator => {
  if (draft.separator === 'gap') return { type: 'gap', gapMm: lengthMm }
  return draft.separator === 'mark' ? { type: 'mark', markMm: lengthMm } : { type: 'none' }
}

/** Reads the draft: a paper, or the fields that are wrong. */
export const readPaper = (
  draft: PaperDraft,
): { readonly media: PrinterMedia | null; readonly wrong: readonly PaperField[] } => {
  if (isRollPreset(draft.preset)) {
    const paperWidthMm = draft.preset === 'roll58' ? 58 : 80
    return { media: { type: 'roll', paperWidthMm, cuts: draft.cuts, opensDrawer: draft.opensDrawer }, wrong: [] }
  }
  const wrong: PaperField[] = []
  const read = (field: PaperField, least: number, most: number): number => {
    const value = readMillimetres(draft[field], least, most)
    if (value === null) wrong.push(field)
    return value ?? least
  }
  const media: PrinterMedia = {
    type: 'labels',
    widthMm: read('widthMm', 10, 120),
    heightMm: read('heightMm', 8, 300),
    across: Number(draft.across),
    columnGapMm: draft.across === '1' ? 0 : read('columnGapMm', 0, 20),
    separator: readSeparator(draft, draft.separator === 'none' ? 0 : read('separatorMm', 0, 20)),
  }
  return { media: wrong.length === 0 ? media : null, wrong }
}
