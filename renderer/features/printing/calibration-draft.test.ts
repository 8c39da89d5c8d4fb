import { describe, expect, test } from 'vitest'
import { beginCalibration, readCalibration } from './calibration-draft.ts'
import { draftPaper } from './paper-draft.ts'
import { PAPER_PRESETS } from './paper-presets.ts'
import { labelPrinterFixture } from './printer-fixture.ts'

const base = labelPrinterFixture()
const draft = beginCalibration(base)

describe('a calibration in its dialog', () => {
  test('leaves the printer as it is while nothing is measured', () => {
    expect(readCalibration(draft)).toEqual({ printer: base, problems: [] })
  })

  test('takes measurements with commas, paper, direction, darkness and speed', () => {
    const { printer } = readCalibration({
      ...draft,
      paper: draftPaper(PAPER_PRESETS['100x100']),
      lineMm: '79,2',
      markXMm: '20,5',
      markYMm: '19',
      isTurned: true,
      darkness: 11,
      speedInchesPerSecond: 3,
    })
    expect(printer).toMatchObject({
      dotsPerMm: 8.081,
      offsetXMm: -0.7,
      offsetYMm: 0.8,
      isTurned: true,
      darkness: 11,
      speedInchesPerSecond: 3,
      media: { heightMm: 100 },
    })
  })

  test('names what is not a length', () => {
    const { printer, problems } = readCalibration({ ...draft, lineMm: 'delapan', markXMm: '20,5 cm' })
    expect(printer).toBeNull()
    expect(problems).toEqual(['lineMm', 'markXMm'])
  })

  test('refuses a measurement that cannot be', () => {
    expect(readCalibration({ ...draft, lineMm: '8' }).problems).toEqual(['line'])
    expect(readCalibration({ ...draft, markXMm: '45' }).problems).toEqual(['offset'])
  })
})
