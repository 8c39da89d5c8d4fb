import { expect, test } from 'vitest'
import { labelAreaOn, labelSizeFor } from './label-size.ts'

const sizeOf = (widthMm: number, heightMm: number): readonly number[] | null => {
  const size = labelSizeFor({ widthMm, heightMm })
  return size === null ? null : [size.widthMm, size.heightMm]
}

test('a label that is up to 1.5 mm smaller than a size still takes it', () => {
  expect(sizeOf(99, 149)).toEqual([100, 150])
  expect(sizeOf(98.5, 148.5)).toEqual([100, 150])
  expect(sizeOf(75, 130)).toEqual([76, 130])
  expect(sizeOf(98.4, 150)).toEqual([76, 130])
  expect(sizeOf(74.4, 130)).toBeNull()
  expect(sizeOf(100, 98.4)).toBeNull()
})

test('the parts keep all their room and take what is missing off the margins, the same on both sides', () => {
  const size = labelSizeFor({ widthMm: 99, heightMm: 148.5 })
  if (size === null) throw new Error('No size')
  expect(labelAreaOn(size, { widthMm: 99, heightMm: 148.5 })).toEqual({
    xMm: 3.5,
    yMm: 3.25,
    widthMm: 92,
    heightMm: 142,
  })
  expect(labelAreaOn(size, { widthMm: 110, heightMm: 200 })).toEqual({ xMm: 4, yMm: 4, widthMm: 92, heightMm: 142 })
})
