import { createInstance } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { shifts as shiftsEnglish } from '../../app/texts/en/shifts.ts'
import { shifts as shiftsIndonesian } from '../../app/texts/id/shifts.ts'
import { overnightWords } from './overnight-words.ts'

const i18n = createInstance()
beforeAll(() => i18n.init({ resources: { id: { shifts: shiftsIndonesian }, en: { shifts: shiftsEnglish } } }))

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 7, minute)
const SHIFT = { openedAtMs: at(21, 8, 10), utcOffsetMinutes: 420 }
const say = (language: 'id' | 'en', nowMs: number) =>
  overnightWords(i18n.getFixedT(language, 'shifts'), SHIFT, nowMs, language)

test('nothing is said of a shift on the day of its opening', () => {
  expect(say('id', at(21, 23, 59))).toBeNull()
})

test('a shift of yesterday is told with its time, an older one with its day', () => {
  expect(say('id', at(22, 0, 1))).toBe('Shift dibuka kemarin 08:10 dan belum ditutup.')
  expect(say('en', at(22, 9))).toBe('The shift was opened yesterday 08:10 and is not closed.')
  expect(say('id', at(24, 7))).toBe('Shift dibuka 3 hari lalu (21 Nov 2026, 08:10) dan belum ditutup.')
})
