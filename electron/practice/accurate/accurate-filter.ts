import { assertNever } from '../../../shared/domain/assert-never.ts'
import { failure, type Result, success } from '../../../shared/domain/result.ts'
import { parseAccurateTime } from './accurate-clock.ts'

/** A field that a list can be filtered by. Dates and timestamps are compared as times, everything else as text or number. */
export type FilterField<Row> =
  | { readonly kind: 'text' | 'keywords'; readonly read: (row: Row) => string }
  | { readonly kind: 'number' | 'time'; readonly read: (row: Row) => number }
  | { readonly kind: 'flag'; readonly read: (row: Row) => boolean }
  /** `true` asks for the rows that read true; `false` asks for nothing. */
  | { readonly kind: 'atLeast'; readonly read: (row: Row) => boolean }
  /** A filter that refuses every value, with these words. */
  | { readonly kind: 'refused'; readonly words: string }

export type FilterFields<Row> = Readonly<Record<string, FilterField<Row>>>

type Comparable = string | number

/**
 * The test that all filters of a query make together. Filters on names that the list does not know are ignored without
 * a word, as the service was seen to do; a bad operator or value is refused.
 */
export const filterOf = <Row>(
  query: URLSearchParams,
  fields: FilterFields<Row>,
): Result<(row: Row) => boolean, string> => {
  const tests: ((row: Row) => boolean)[] = []
  for (const [name, field] of Object.entries(fields)) {
    const operator = query.get(`filter.${name}.op`)
    const values = valuesOf(query, name)
    if (operator === null && values.length === 0) continue
    const test = testOf(field, operator ?? 'EQUAL', values)
    if (test === null) {
      return failure(field.kind === 'refused' ? field.words : `Invalid field value for field "filter.${name}".`)
    }
    tests.push(test)
  }
  return success((row) => tests.every((test) => test(row)))
}

const valuesOf = (query: URLSearchParams, name: string): readonly string[] =>
  [`filter.${name}`, `filter.${name}.val`, `filter.${name}.val[0]`, `filter.${name}.val[1]`].flatMap((key) =>
    query.getAll(key),
  )

const testOf = <Row>(
  field: FilterField<Row>,
  operator: string,
  values: readonly string[],
): ((row: Row) => boolean) | null => {
  const [first = ''] = values
  switch (field.kind) {
    case 'refused':
      return null
    case 'keywords':
      return (row) => field.read(row).toLowerCase().includes(first.toLowerCase())
    case 'flag':
      return first === 'true' || first === 'false' ? (row) => field.read(row) === (first === 'true') : null
    case 'atLeast':
      return first === 'true' || first === 'false' ? (row) => first === 'false' || field.read(row) : null
    case 'text': {
      const compares = comparisonOf(operator, values)
      if (operator === 'CONTAIN') return (row) => field.read(row).toLowerCase().includes(first.toLowerCase())
      return compares === null ? null : (row) => compares(field.read(row))
    }
    case 'number':
      return figureTest(field.read, operator, values.map(Number))
    case 'time':
      return figureTest(
        field.read,
        operator,
        values.map((value) => parseAccurateTime(value) ?? Number.NaN),
      )
    default:
      return assertNever(field, 'kind of filter')
  }
}

const figureTest = <Row>(
  read: (row: Row) => number,
  operator: string,
  figures: readonly number[],
): ((row: Row) => boolean) | null => {
  const compares = figures.some(Number.isNaN) ? null : comparisonOf(operator, figures)
  return compares === null ? null : (row) => compares(read(row))
}

const comparisonOf = (operator: string, values: readonly Comparable[]): ((actual: Comparable) => boolean) | null => {
  const [first = '', second = ''] = values
  switch (operator) {
    case 'EQUAL':
      return (actual) => actual === first
    case 'NOT_EQUAL':
      return (actual) => actual !== first
    case 'GREATER_THAN':
      return (actual) => actual > first
    case 'GREATER_EQUAL_THAN':
      return (actual) => actual >= first
    case 'LESS_THAN':
      return (actual) => actual < first
    case 'LESS_EQUAL_THAN':
      return (actual) => actual <= first
    case 'BETWEEN':
      return (actual) => actual >= first && actual <= second
    case 'NOT_BETWEEN':
      return (actual) => actual < first || actual > second
    case 'EMPTY':
      return (actual) => actual === ''
    case 'NOT_EMPTY':
      return (actual) => actual !== ''
    default:
      return null
  }
}
