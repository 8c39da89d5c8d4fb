import type { ActionableError } from '../ipc/contract.ts'
import { rupiah, type Rupiah } from './money.ts'
import { qrisChecksum } from './qris-checksum.ts'
import { refuse } from './refuse.ts'
import { success, type Result } from './result.ts'

/** One field of a QRIS code: a tag of two digits and its text. */
export type QrisField = { readonly tag: string; readonly value: string }

/** What a QRIS code says. `amount` is null where the buyer types it. */
export type QrisCode = {
  readonly fields: readonly QrisField[]
  readonly merchantName: string
  readonly merchantCity: string
  readonly amount: Rupiah | null
  /** The code asks for a tip or adds a fee (tags 55 to 57). */
  readonly hasFee: boolean
}

const TAGS = {
  format: '00',
  kind: '01',
  currency: '53',
  amount: '54',
  country: '58',
  name: '59',
  city: '60',
  checksum: '63',
}
const KIND_FOR_ONE_PAYMENT = '12'
const RUPIAH_CURRENCY = '360'

const unreadable = (detail: string): Result<never, ActionableError> =>
  refuse(
    'qris.unreadable',
    'Teks ini bukan kode QRIS yang utuh. Pindai ulang kode QRIS statis toko.',
    'This text is not a whole QRIS code. Scan the shop’s static QRIS code again.',
    detail,
  )

/** Tag, length and value, one after the other; lengths count characters. Null when the text ends in between. */
const readFields = (text: string): readonly QrisField[] | null => {
  const characters = Array.from(text)
  const fields: QrisField[] = []
  let place = 0
  while (place < characters.length) {
    const [tag, length] = [characters.slice(place, place + 2).join(''), characters.slice(place + 2, place + 4).join('')]
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(length)) return null
    const value = characters.slice(place + 4, place + 4 + Number(length))
    if (value.length !== Number(length) || value.length === 0) return null
    fields.push({ tag, value: value.join('') })
    place += 4 + value.length
  }
  return fields
}

const written = ({ tag, value }: QrisField): string =>
  `${tag}${String(Array.from(value).length).padStart(2, '0')}${value}`

const amountOf = (text: string | undefined): Rupiah | null => {
  const whole = text === undefined ? null : /^(\d{1,12})(?:\.0{0,2})?$/.exec(text)?.[1]
  return whole === null || whole === undefined ? null : rupiah(Number(whole))
}

/**
 * Reads a QRIS code (EMVCo merchant-presented mode: tag, length, value), static or for one payment. Refuses a text that is
 * none, a wrong checksum (tag 63), and a code of another country (tag 58), currency (tag 53) or of nobody (tag 59).
 */
export const readQris = (payload: string): Result<QrisCode, ActionableError> => {
  const text = payload.trim()
  const fields = /\p{Surrogate}/u.test(text) ? null : readFields(text)
  if (fields === null) return unreadable('tag-length-value')
  const tags = fields.map((field) => field.tag)
  const valueOf = (tag: string): string | undefined => fields.find((field) => field.tag === tag)?.value
  const isFramed = tags[0] === TAGS.format && valueOf(TAGS.format) === '01' && tags.at(-1) === TAGS.checksum
  if (!isFramed || new Set(tags).size !== tags.length) return unreadable(tags.join(','))
  const checksum = valueOf(TAGS.checksum) ?? ''
  const expected = qrisChecksum(text.slice(0, -checksum.length))
  if (checksum.toUpperCase() !== expected)
    return refuse(
      'qris.checksum',
      'Kode QRIS salah baca atau terpotong (angka pemeriksa tidak cocok). Pindai ulang.',
      'The QRIS code was misread or cut off (its checksum does not fit). Scan it again.',
      checksum,
    )
  if (valueOf(TAGS.country) !== 'ID')
    return refuse(
      'qris.country',
      'Kode ini bukan dari Indonesia. Pakai kode QRIS toko.',
      'This code is not from Indonesia. Use the shop’s QRIS code.',
      valueOf(TAGS.country) ?? null,
    )
  if (valueOf(TAGS.currency) !== RUPIAH_CURRENCY)
    return refuse(
      'qris.currency',
      'Kode ini bukan untuk rupiah. Pakai kode QRIS toko.',
      'This code is not in rupiah. Use the shop’s QRIS code.',
      valueOf(TAGS.currency) ?? null,
    )
  const merchantName = valueOf(TAGS.name)?.trim() ?? ''
  const hasAccount = tags.some((tag) => tag >= '02' && tag <= '51')
  if (merchantName === '' || !hasAccount)
    return refuse(
      'qris.merchant',
      'Kode ini tidak menyebut pedagang. Minta kode QRIS baru dari penyedia.',
      'This code names no merchant. Ask the provider for a new QRIS code.',
    )
  return success({
    fields,
    merchantName,
    merchantCity: valueOf(TAGS.city)?.trim() ?? '',
    amount: amountOf(valueOf(TAGS.amount)),
    hasFee: tags.some((tag) => tag >= '55' && tag <= '57'),
  })
}

/**
 * Reads the shop's own static QRIS code: as {@link readQris}, and refuses one that carries an amount already, or a fee: what
 * QRIS costs the merchant may not be passed to the buyer (Bank Indonesia's rule on the merchant discount rate).
 */
export const parseQris = (payload: string): Result<QrisCode, ActionableError> => {
  const code = readQris(payload)
  if (!code.ok) return code
  if (code.value.hasFee)
    return refuse(
      'qris.fee',
      'Kode QRIS ini menambah biaya untuk pembeli, dan itu tidak boleh. Minta kode tanpa biaya dari penyedia.',
      'This QRIS code adds a fee for the buyer, which is not allowed. Ask the provider for one without.',
    )
  if (code.value.fields.some((field) => field.tag === TAGS.amount))
    return refuse(
      'qris.amount',
      'Kode QRIS ini sudah berisi nominal. Pakai kode QRIS statis toko, yang tanpa nominal.',
      'This QRIS code carries an amount already. Use the shop’s static code, which has none.',
      String(code.value.amount),
    )
  return code
}

/** Whom the code pays, as it shows on the buyer's screen; null when the text is no code of the shop's own. */
export const merchantNameOf = (payload: string): string | null => {
  const code = parseQris(payload)
  return code.ok ? code.value.merchantName : null
}

/**
 * The shop's static code for one payment of this amount: tag 54 is set, tag 01 becomes 12, tag 63 is worked out again. It
 * works offline and confirms nothing: only the merchant's own app shows that the money came. Refuses what
 * {@link parseQris} refuses, and an amount of 0 or less.
 */
export const withAmount = (payload: string, amount: Rupiah): Result<string, ActionableError> => {
  const code = parseQris(payload)
  if (!code.ok) return code
  if (amount <= 0)
    return refuse(
      'qris.amount-range',
      'Nominal QRIS harus lebih dari Rp 0.',
      'A QRIS amount must be above Rp 0.',
      String(amount),
    )
  const rest = code.value.fields.filter(({ tag }) => ![TAGS.format, TAGS.kind, TAGS.checksum].includes(tag))
  const body = [
    { tag: TAGS.format, value: '01' },
    { tag: TAGS.kind, value: KIND_FOR_ONE_PAYMENT },
    ...rest.flatMap((field) =>
      field.tag === TAGS.currency ? [field, { tag: TAGS.amount, value: String(amount) }] : [field],
    ),
  ]
    .map(written)
    .join('')
  const unsigned = `${body}${TAGS.checksum}04`
  return success(`${unsigned}${qrisChecksum(unsigned)}`)
}
