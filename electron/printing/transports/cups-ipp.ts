/** Marks and numbers of IPP (RFC 8010, RFC 8011). */
const VERSION_2 = [2, 0]
const VERSIONS = new Set([1, 2])
const GET_PRINTER_ATTRIBUTES = [0, 0x0b]
const REQUEST_ID = 1
const OPERATION_ATTRIBUTES = 0x01
const END_OF_ATTRIBUTES = 0x03
const INTEGER = 0x21
const BOOLEAN = 0x22
const ENUM = 0x23
const KEYWORD = 0x44
const URI = 0x45
const CHARSET = 0x47
const LANGUAGE = 0x48
/** Below this a mark begins a group of attributes. */
const FIRST_VALUE_MARK = 0x10
/** Below this a mark says why there is no value, e.g. that the printer does not know the attribute. */
const FIRST_REAL_VALUE_MARK = 0x20
const HEADER_BYTES = 8
/** Status codes from here on say that it was not done. */
const FIRST_FAILURE = 0x0400
/** The status of a printer that there is not (client-error-not-found). */
export const IPP_NOT_FOUND = 0x0406

const counted = (words: string): Buffer => {
  const bytes = Buffer.from(words, 'utf8')
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes])
}

const attribute = (mark: number, name: string, value: string): Buffer =>
  Buffer.concat([Buffer.of(mark), counted(name), counted(value)])

/** The question for some attributes of a printer, as an IPP request. */
export const ippQuestion = (printerUri: string, attributeNames: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([...VERSION_2, ...GET_PRINTER_ATTRIBUTES, 0, 0, 0, REQUEST_ID, OPERATION_ATTRIBUTES]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    attribute(URI, 'printer-uri', printerUri),
    // Further values of one attribute have no name.
    ...attributeNames.map((name, index) => attribute(KEYWORD, index === 0 ? 'requested-attributes' : '', name)),
    Buffer.of(END_OF_ATTRIBUTES),
  ])

/** What an IPP printer answered. */
export type IppAnswer = {
  readonly status: number
  readonly isRefusal: boolean
  /** The values of every attribute, in order, as text: numbers in digits, truth as `true` or `false`. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** Reads an answer; null for one that is cut, of another version, or to another question. */
export const readIppAnswer = (answer: Buffer): IppAnswer | null => {
  if (answer.length < HEADER_BYTES || !VERSIONS.has(answer.readUInt8(0)) || answer.readUInt32BE(4) !== REQUEST_ID) {
    return null
  }
  const status = answer.readUInt16BE(2)
  const values = new Map<string, string[]>()
  let at = HEADER_BYTES
  let lastName = ''
  const take = (): Buffer | null => {
    if (at + 2 > answer.length) return null
    const end = at + 2 + answer.readUInt16BE(at)
    if (end > answer.length) return null
    const bytes = answer.subarray(at + 2, end)
    at = end
    return bytes
  }
  while (at < answer.length) {
    const mark = answer.readUInt8(at)
    at += 1
    if (mark === END_OF_ATTRIBUTES) return { status, isRefusal: status >= FIRST_FAILURE, values }
    if (mark < FIRST_VALUE_MARK) continue
    const name = take()
    const value = take()
    if (name === null || value === null) return null
    if (name.length > 0) lastName = name.toString('utf8')
    const words = textOf(mark, value)
    if (words !== null) values.set(lastName, [...(values.get(lastName) ?? []), words])
  }
  return null
}

const textOf = (mark: number, value: Buffer): string | null => {
  if (mark < FIRST_REAL_VALUE_MARK) return null
  if (mark === INTEGER || mark === ENUM) return value.length === 4 ? String(value.readInt32BE(0)) : null
  if (mark === BOOLEAN) return value.length === 1 ? String(value.readUInt8(0) !== 0) : null
  return value.toString('utf8')
}

/** The first value of an attribute in an IPP answer; null when the answer has none, is a refusal or cannot be read. */
export const ippValue = (bytes: Buffer, attributeName: string): string | null => {
  const answer = readIppAnswer(bytes)
  return answer === null || answer.isRefusal ? null : (answer.values.get(attributeName)?.[0] ?? null)
}
