import type { PrinterMedia } from '../../../shared/domain/printer.ts'

type Labels = Extract<PrinterMedia, { type: 'labels' }>

const labels = (widthMm: number, heightMm: number, across: number, gapMm: number): Labels => ({
  type: 'labels',
  widthMm,
  heightMm,
  across,
  columnGapMm: across === 1 ? 0 : 2,
  separator: { type: 'gap', gapMm },
})

const roll = (paperWidthMm: 58 | 80): PrinterMedia => ({
  type: 'roll',
  paperWidthMm,
  cuts: paperWidthMm === 80,
  opensDrawer: true,
})

/** The papers that Indonesian shops buy, by a name of their own. */
export const PAPER_PRESETS = {
  roll58: roll(58),
  roll80: roll(80),
  '100x150': labels(100, 150, 1, 3),
  '100x100': labels(100, 100, 1, 3),
  '76x130': labels(76, 130, 1, 3),
  '33x15x3': labels(33, 15, 3, 2),
  '40x30x2': labels(40, 30, 2, 2),
  '50x30': labels(50, 30, 1, 2),
} as const satisfies Readonly<Record<string, PrinterMedia>>

export type PaperPreset = keyof typeof PAPER_PRESETS
const isPreset = (name: string): name is PaperPreset => name in PAPER_PRESETS
/** Every preset, rolls first. */
export const PAPER_PRESET_NAMES: readonly PaperPreset[] = Object.keys(PAPER_PRESETS).filter(isPreset)

/** The preset of this size; null for a size of its own. What separates labels does not matter. */
export const presetOf = (media: PrinterMedia): PaperPreset | null =>
  PAPER_PRESET_NAMES.find((name) => {
    const preset: PrinterMedia = PAPER_PRESETS[name]
    if (preset.type === 'roll' || media.type === 'roll') {
      return preset.type === 'roll' && media.type === 'roll' && preset.paperWidthMm === media.paperWidthMm
    }
    return (
      preset.widthMm === media.widthMm &&
      preset.heightMm === media.heightMm &&
      preset.across === media.across &&
      preset.columnGapMm === media.columnGapMm
    )
  }) ?? null
