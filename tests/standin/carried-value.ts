/** A value as text for the way between page and main. What JSON would change or lose is carried in a small wrapper. */
type Wrapped = { readonly $carried: 'bytes' | 'date' | 'undefined' | 'number'; readonly text: string }

/**
 * Gives the two functions that carry structured-cloneable plain values (dates and byte arrays too) as text. It runs in the page too, as
 * source text, so it may use nothing from outside of itself. Anything else that JSON cannot hold, such as a Map, throws.
 */
export const carriedValues = (): {
  readonly toText: (value: unknown) => string
  readonly fromText: (text: string) => unknown
} => {
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value)
    return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
  }
  const wrap = (value: unknown): unknown => {
    if (value === undefined) return { $carried: 'undefined', text: '' } satisfies Wrapped
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
      return { $carried: 'number', text: Object.is(value, -0) ? '-0' : String(value) } satisfies Wrapped
    }
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Date) return { $carried: 'date', text: String(value.getTime()) } satisfies Wrapped
    if (value instanceof Uint8Array) {
      let binary = ''
      for (let start = 0; start < value.length; start += 8_192) {
        binary += String.fromCharCode(...value.subarray(start, start + 8_192))
      }
      return { $carried: 'bytes', text: btoa(binary) } satisfies Wrapped
    }
    if (!isPlain(value)) throw new TypeError(`The stand-in cannot carry a ${value.constructor.name}`)
    if (Array.isArray(value)) return value.map(wrap)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wrap(part)]))
  }
  const unwrap = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unwrap)
    if ('$carried' in value && 'text' in value && typeof value.text === 'string') {
      if (value.$carried === 'undefined') return undefined
      if (value.$carried === 'number') return Number(value.text)
      if (value.$carried === 'date') return new Date(Number(value.text))
      return Uint8Array.from(atob(value.text), (character) => character.charCodeAt(0))
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unwrap(part)]))
  }
  return { toText: (value) => JSON.stringify(wrap(value)), fromText: (text) => unwrap(JSON.parse(text)) }
}
