/** Marks and numbers of IPP (RFC 8010, RFC 8011). */
const VERSION_2 = [2, 0]
const GET_PRINTER_ATTRIBUTES = [0, 0x0b]
const REQUEST_ID = [0, 0, 0, 1]
const OPERATION_ATTRIBUTES = 0x01
const END_OF_ATTRIBUTES = 0x03
const KEYWORD = 0x44
const URI = 0x45
const CHARSET = 0x47
const LANGUAGE = 0x48
/** Below this a mark begins a group of attributes. */
const FIRST_VALUE_MARK = 0x10
const HEADER_BYTES = 8
/** Status codes from here on say that it was not done. */
const FIRST_FAILURE = 0x0400

const counted = (words: string): Buffer => {
  const bytes = Buffer.from(words, 'utf8')
  return Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes])
}

const attribute = (mark: number, name: string, value: string): Buffer =>
  Buffer.concat([Buffer.of(mark), counted(name), counted(value)])

/** The question for one attribute of a printer, as an IPP request. */
export const ippQuestion = (printerUri: string, attributeName: string): Buffer =>
  Buffer.concat([
    Buffer.from([...VERSION_2, ...GET_PRINTER_ATTRIBUTES, ...REQUEST_ID, OPERATION_ATTRIBUTES]),
    attribute(CHARSET, 'attributes-charset', 'utf-8'),
    attribute(LANGUAGE, 'attributes-natural-language', 'en'),
    attribute(URI, 'printer-uri', printerUri),
    attribute(KEYWORD, 'requested-attributes', attributeName),
    Buffer.of(END_OF_ATTRIBUTES),
  ])

/** The first value of an attribute in an IPP answer, read as text; null when the answer has none, is a refusal or is cut. */
export const ippValue = (answer: Buffer, attributeName: string): string | null => {
  if (answer.length < HEADER_BYTES || answer.readUInt16BE(2) >= FIRST_FAILURE) return null
  let at = HEADER_BYTES
  const take = (): string | null => {
    if (at + 2 > answer.length) return null
    const end = at + 2 + answer.readUInt16BE(at)
    if (end > answer.length) return null
    const words = answer.toString('utf8', at + 2, end)
    at = end
    return words
  }
  while (at < answer.length) {
    const mark = answer[at] ?? END_OF_ATTRIBUTES
    at += 1
    if (mark === END_OF_ATTRIBUTES) return null
    if (mark < FIRST_VALUE_MARK) continue
    const name = take()
    const value = take()
    if (value === null || name === attributeName) return value
  }
  return null
}
