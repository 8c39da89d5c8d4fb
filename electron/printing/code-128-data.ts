import { findRealTimeSequences } from './real-time-sequences.ts'

/** What `GS k` takes for Code 128, in latin1, and how many symbols it becomes beside start, check and stop. */
export type Code128Data = { readonly data: string; readonly symbols: number }

const TO_C = '{C'
const TO_B = '{B'

/**
 * Printable ASCII as `GS k` data that begins in code set B (the `{B` before it left out): a brace is doubled, and four digits
 * or more in a row go in pairs in set C, which makes sale numbers a fifth shorter. Where a pair of pairs would be a real-time
 * command to the printer (1604, 1605, 1620), all of it stays in set B.
 */
export const code128Data = (text: string): Code128Data => {
  let data = ''
  let symbols = 0
  let isInC = false
  for (const part of text.match(/(?:\d\d){2,}|[^]/g) ?? []) {
    const isPairs = part.length > 1
    if (isPairs !== isInC) {
      data += isPairs ? TO_C : TO_B
      symbols += 1
      isInC = isPairs
    }
    data += isPairs
      ? (part.match(/\d\d/g) ?? []).map((pair) => String.fromCharCode(Number(pair))).join('')
      : inSetB(part)
    symbols += isPairs ? part.length / 2 : 1
  }
  const isSafe = findRealTimeSequences(Buffer.from(data, 'latin1')).length === 0
  return isSafe ? { data, symbols } : { data: inSetB(text), symbols: text.length }
}

const inSetB = (text: string): string => text.replaceAll('{', '{{')

/** Width of the symbol without its quiet zones: start, check and stop have 11 modules each too, and the last bar 2 more. */
export const code128Modules = ({ symbols }: Code128Data): number => (symbols + 3) * 11 + 2
