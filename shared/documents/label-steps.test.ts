import { describe, expect, test } from 'vitest'
import { LABEL_SIZES } from './label-size.ts'
import { firstFitting, labelSteps, type LabelStep } from './label-steps.ts'

describe.each(LABEL_SIZES)('a label of $widthMm x $heightMm mm', (size) => {
  const steps = labelSteps(size)

  test('shrinks the recipient only to what is readable before the goods make way, and never grows again', () => {
    const isWhole = ({ goods }: LabelStep): boolean => goods === 'whole' || goods === 'on-one-line'
    expect(steps.filter(isWhole).map(({ streetMm }) => streetMm >= size.streetMm.readable)).not.toContain(false)
    expect(steps.find((step) => !isWhole(step))?.streetMm).toBe(size.streetMm.readable)
    steps.slice(1).forEach(({ streetMm }, index) => {
      expect(streetMm).toBeLessThanOrEqual(steps[index]?.streetMm ?? 0)
    })
  })

  test('takes the first step that fits', () => {
    for (const fitting of steps) {
      const fits = (step: LabelStep): boolean => steps.indexOf(step) >= steps.indexOf(fitting)
      expect(firstFitting(steps, (step) => (fits(step) ? step : null))).toBe(fitting)
    }
    expect(firstFitting(steps, () => null)).toBeNull()
  })

  test('does not try in how many ways too many goods find no room', () => {
    const tried: LabelStep[] = []
    const found = firstFitting(steps, (step) => {
      tried.push(step)
      return typeof step.goods === 'number' ? step : null
    })
    expect(found?.streetMm).toBe(size.streetMm.readable)
    expect(tried).toHaveLength(3)
  })
})
