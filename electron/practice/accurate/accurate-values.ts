import { z } from 'zod'
import { LARGEST_RUPIAH } from '../../../shared/domain/money.ts'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { parseAccurateTime } from './accurate-clock.ts'
import { fromMicro, toMicro } from './micro-amount.ts'

type Fault = 'missing' | 'invalid' | 'too-large'
type Reading<Value> = Result<Value, Fault>

/** A field of a request. Absent, null and '' are one thing, since form bodies cannot tell them apart. */
const field = <Value>(read: (input: unknown) => Reading<Value>) =>
  z
    .unknown()
    .transform((input, context): Value => {
      const reading = read(input)
      if (reading.ok) return reading.value
      context.addIssue({ code: 'custom', message: reading.error })
      return z.NEVER
    })
    .prefault(null)

const isBlank = (input: unknown): boolean =>
  input === null || input === undefined || (typeof input === 'string' && input.trim() === '')

const required =
  <Value>(read: (input: unknown) => Reading<Value>) =>
  (input: unknown): Reading<Value> =>
    isBlank(input) ? failure('missing') : read(input)

const optional =
  <Value>(read: (input: unknown) => Reading<Value>) =>
  (input: unknown): Reading<Value | null> =>
    isBlank(input) ? success(null) : read(input)

const readText = (input: unknown): Reading<string> => {
  if (typeof input === 'string') return success(input.trim())
  return typeof input === 'number' ? success(String(input)) : failure('invalid')
}

/** Six decimals at most, as the API page says. */
export const roundAccurate = (value: number): number => fromMicro(toMicro(value))

const readNumber = (input: unknown): Reading<number> => {
  const isNumeric = typeof input === 'number' || (typeof input === 'string' && /^-?\d+(\.\d+)?$/.test(input.trim()))
  const value = isNumeric ? Number(input) : Number.NaN
  if (!Number.isFinite(value)) return failure('invalid')
  return Math.abs(value) > LARGEST_RUPIAH ? failure('too-large') : success(roundAccurate(value))
}

const readDate = (input: unknown): Reading<string> => {
  const text = typeof input === 'string' ? input.trim() : ''
  return text.length === 10 && parseAccurateTime(text) !== null ? success(text) : failure('invalid')
}

const readFlag = (input: unknown): Reading<boolean> => {
  if (input === true || input === 'true') return success(true)
  return input === false || input === 'false' ? success(false) : failure('invalid')
}

const PERCENTS = /^\d+(\.\d+)?( *\+ *\d+(\.\d+)?)*$/

const readPercents = (input: unknown): Reading<string> => {
  const text = typeof input === 'number' ? String(input) : input
  return typeof text === 'string' && PERCENTS.test(text.trim()) ? success(text.trim()) : failure('invalid')
}

/** Non-empty text. */
export const requiredText = field(required(readText))
/** Text or null. */
export const optionalText = field(optional(readText))
/** A decimal up to 999 billion, as a JSON number or its text. */
export const requiredNumber = field(required(readNumber))
/** The same, or null. */
export const optionalNumber = field(optional(readNumber))
/** An existing day as `dd/MM/yyyy`. */
export const requiredDate = field(required(readDate))
/** The same, or null. */
export const optionalDate = field(optional(readDate))
/** `true` or `false`, or null. */
export const optionalFlag = field(optional(readFlag))
/** Stacked percents as text, "5 + 2", or null. */
export const optionalPercents = field(optional(readPercents))
/** A list with at least one entry. */
export const requiredList = <Entry extends z.ZodType>(entry: Entry) => z.array(entry, 'missing').min(1, 'missing')
/** A list, empty when absent. */
export const optionalList = <Entry extends z.ZodType>(entry: Entry) => z.array(entry, 'invalid').default([])

/** One of some words, or null. */
export const optionalWord = <Word extends string>(words: readonly Word[]) =>
  field(
    optional((input): Reading<Word> => {
      const word = words.find((candidate) => candidate === input)
      return word === undefined ? failure('invalid') : success(word)
    }),
  )

/** The words for everything that is wrong with a body. "… harus diisi" follows the one such refusal that was seen. */
export const wordsOfIssues = (error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => {
    const name = pathName(issue.path)
    if (issue.message === 'missing') return `${name} harus diisi`
    return issue.message === 'too-large' ? 'Nilai angka terlalu besar' : `Invalid field value for field "${name}".`
  })

const pathName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${String(part)}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')

/** `amount` less stacked percents: "5+2" takes 5 %, then 2 % of the rest. */
export const lessPercents = (amount: number, percents: string): number =>
  percents
    .split('+')
    .map(Number)
    .reduce((rest, percent) => rest * (1 - percent / 100), amount)
