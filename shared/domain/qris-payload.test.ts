import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { qrisChecksum } from './qris-checksum.ts'
import { merchantNameOf, parseQris, readQris, withAmount } from './qris-payload.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

/** A made-up merchant's static code; its checksum was worked out by another program (Python's binascii.crc_hqx). */
const STATIC =
  '00020101021126630016ID.CO.CONTOH.WWW0118936009990000000001021000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204541153033605802ID5911TOKO CONTOH6007BANDUNG61054011162070703A016304A1E6'
/** The same with 12,800 rupiah, worked out by the same program. */
const WITH_12800 =
  '00020101021226630016ID.CO.CONTOH.WWW0118936009990000000001021000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204541153033605405128005802ID5911TOKO CONTOH6007BANDUNG61054011162070703A0163042958'
/** EMVCo's own sample of a merchant-presented code (specification 1.1, annex): a shop in Beijing. */
const EMVCO =
  '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A'
/** The sample in the README of github.com/sunary/qris: a code that carries 144,000 rupiah. */
const SUNARY =
  '00020101021226380016ID.CO.SHOPEE.WWW010201020815863724530336054061440005802ID5921PT. SHOPPEE INDONESIA6007JAKARTA62180814gen by go-qris63049635'

/** The static code with one part replaced, signed anew. */
const signed = (from: string | RegExp, to: string): string => {
  const body = STATIC.slice(0, -4).replace(from, () => to)
  return `${body}${qrisChecksum(body)}`
}
const codeOf = (payload: string): string => {
  const code = parseQris(payload)
  return code.ok ? 'ok' : code.error.code
}

describe('the checksum', () => {
  test.each([
    ['123456789', '29B1'],
    ['', 'FFFF'],
    [EMVCO.slice(0, -4), 'A13A'],
    [SUNARY.slice(0, -4), '9635'],
    [STATIC.slice(0, -4), 'A1E6'],
  ])('of %s is %s', (text, checksum) => {
    expect(qrisChecksum(text)).toBe(checksum)
  })
})

describe('reading a code', () => {
  test('finds the merchant of a static code, also with blanks around it and a checksum in small letters', () => {
    expect(parseQris(` ${STATIC}\n`)).toMatchObject({
      ok: true,
      value: { merchantName: 'TOKO CONTOH', merchantCity: 'BANDUNG', amount: null, hasFee: false },
    })
    expect(codeOf(`${STATIC.slice(0, -4)}a1e6`)).toBe('ok')
    expect(merchantNameOf(STATIC)).toBe('TOKO CONTOH')
    expect(merchantNameOf('')).toBeNull()
  })

  test('reads the amount that a code for one payment carries', () => {
    expect(readQris(SUNARY)).toMatchObject({
      ok: true,
      value: { amount: 144_000, merchantName: 'PT. SHOPPEE INDONESIA' },
    })
    expect(readQris(WITH_12800)).toMatchObject({ ok: true, value: { amount: 12_800 } })
    expect(readQris(signed('5802ID', '540812800.005802ID'))).toMatchObject({ ok: true, value: { amount: 12_800 } })
  })

  test.each([
    ['nothing', '', 'qris.unreadable'],
    ['a web address', 'https://example.id/pay', 'qris.unreadable'],
    ['a cut-off code', STATIC.slice(0, -9), 'qris.unreadable'],
    ['a code with a letter changed', STATIC.replace('TOKO', 'TOKA'), 'qris.checksum'],
    ['half of a character', STATIC.replace('TOKO', 'TOK\uD83D'), 'qris.unreadable'],
    ['a tag that stands twice', signed('5802ID', '5802ID5802ID'), 'qris.unreadable'],
    ['a code without its beginning', signed('000201', ''), 'qris.unreadable'],
    ['a code of another country', signed('5802ID', '5802MY'), 'qris.country'],
    ['EMVCo’s sample', EMVCO, 'qris.country'],
    ['a code in dollars', signed('5303360', '5303840'), 'qris.currency'],
    ['a code without a name', signed('5911TOKO CONTOH', ''), 'qris.merchant'],
    ['a code without an account', signed(/26630016.*(?=5204)/, ''), 'qris.merchant'],
    ['a code that asks for a tip', signed('5802ID', '5502015802ID'), 'qris.fee'],
    ['a code with a fixed fee', signed('5802ID', '550202560450005802ID'), 'qris.fee'],
    ['a code with a fee in percent', signed('5802ID', '55020357021.5802ID'), 'qris.fee'],
    ['a code that carries an amount', SUNARY, 'qris.amount'],
    ['a code that has been set before', WITH_12800, 'qris.amount'],
  ])('refuses %s', (_, payload, code) => {
    expect(codeOf(payload)).toBe(code)
    expect(withAmount(payload, rupiah(100)).ok).toBe(false)
  })
})

describe('setting the amount', () => {
  test('gives the very code that another program gives', () => {
    expect(withAmount(STATIC, rupiah(12_800))).toEqual({ ok: true, value: WITH_12800 })
  })

  test('puts tag 01 where the static code left it out', () => {
    expect(withAmount(signed('010211', ''), rupiah(12_800))).toEqual({ ok: true, value: WITH_12800 })
  })

  test.each([0, -1])('refuses %i', (amount) => {
    expect(withAmount(STATIC, rupiah(amount))).toMatchObject({ ok: false, error: { code: 'qris.amount-range' } })
  })

  test('any amount reads back, and nothing else of the code changes', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LARGEST_RUPIAH }), (amount) => {
        const set = withAmount(STATIC, rupiah(amount))
        if (!set.ok) throw new Error(set.error.code)
        const [before, after] = [parseQris(STATIC), readQris(set.value)]
        if (!before.ok || !after.ok) throw new Error('unreadable')
        expect(after.value.amount).toBe(amount)
        const rest = (code: typeof after.value) => code.fields.filter(({ tag }) => !['01', '54', '63'].includes(tag))
        expect(rest(after.value)).toEqual(rest(before.value))
        expect(after.value.fields.find(({ tag }) => tag === '01')?.value).toBe('12')
      }),
      { numRuns: propertyRuns(500) },
    )
  })

  test(
    'any name that a merchant may have survives, and any one character changed is noticed',
    { timeout: propertyTimeoutMs() },
    () => {
      const name = fc
        .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 8 })
        .filter((text) => text.trim() !== '')
      fc.assert(
        fc.property(name, fc.nat(170), (merchant, place) => {
          const length = String(Array.from(merchant).length).padStart(2, '0')
          const payload = signed('5911TOKO CONTOH', `59${length}${merchant}`)
          const set = withAmount(payload, rupiah(500))
          expect(set.ok && readQris(set.value)).toMatchObject({ ok: true, value: { merchantName: merchant.trim() } })
          const at = place % (STATIC.length - 4)
          const changed = `${STATIC.slice(0, at)}${STATIC[at] === '7' ? '8' : '7'}${STATIC.slice(at + 1)}`
          expect(parseQris(changed).ok).toBe(false)
        }),
        { numRuns: propertyRuns(500) },
      )
    },
  )
})
