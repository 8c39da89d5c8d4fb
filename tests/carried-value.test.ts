import { anything, assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { carriedValues } from './standin/carried-value.ts'

const { toText, fromText } = carriedValues()

test('carries plain values as a structured clone would', () => {
  const plain = anything({
    withNullPrototype: false,
    withTypedArray: false,
    withBigInt: false,
    withDate: false,
    withMap: false,
    withSet: false,
  })
  assert(
    property(plain, (value) => {
      expect(fromText(toText(value))).toEqual(structuredClone(value))
    }),
    { numRuns: 500 },
  )
})

test('carries bytes, dates, undefined and numbers that JSON does not know', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256)
  expect(fromText(toText({ bytes, at: new Date(5), none: undefined, list: [Number.NaN, -0, Infinity] }))).toEqual({
    bytes,
    at: new Date(5),
    none: undefined,
    list: [Number.NaN, -0, Infinity],
  })
})

test('refuses what it cannot carry instead of changing it', () => {
  expect(() => toText(new Map())).toThrow('Map')
  expect(() => toText({ inside: new Set() })).toThrow('Set')
})
