import { describe, expect, test } from 'vitest'
import { GOODS_WORDS } from '../../../shared/documents/goods-words.ts'
import { PICK_LIST_WORDS } from '../../../shared/documents/pick-list-words.ts'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { sayTroubleDetail } from './say-trouble-detail.ts'

const said = (language: 'id' | 'en', ...trouble: Parameters<typeof printTrouble>): string =>
  sayTroubleDetail(
    printTrouble(...trouble),
    (words) => words[language],
    (document) => `<${document}>`,
  )

describe('the detail of a trouble', () => {
  test('that is a kind of document or a length says what that means', () => {
    expect(said('en', 'not-drawable', 'receipt')).toBe('What is in it cannot be printed as “<receipt>”.')
    expect(said('id', 'not-drawable', '2345 mm')).toContain('sepanjang 2345 mm. Putar halamannya')
  })

  test('names the page that is empty or not there', () => {
    expect(said('id', 'pdf-empty', '3')).toBe('Halaman 3')
    expect(said('en', 'pdf-empty', '3 / 2')).toBe('Page 3 of 2')
  })

  test.each(['id', 'en'] as const)(
    'gives a reason in the language on the screen when documents speak %s',
    (printed) => {
      for (const reason of ['noCode', 'noPrice', 'noRoom', 'noName'] as const) {
        const detail = `SKU: 1 / 2: ${GOODS_WORDS[printed][reason]}`
        expect(said('id', 'not-drawable', detail)).toBe(`SKU: 1 / 2: ${GOODS_WORDS.id[reason]}`)
        expect(said('en', 'not-drawable', detail)).toBe(`SKU: 1 / 2: ${GOODS_WORDS.en[reason]}`)
      }
      const nothing = `K1-1: ${PICK_LIST_WORDS[printed].nothingToPick}`
      expect(said('en', 'not-drawable', nothing)).toBe('K1-1: there is nothing to pick')
    },
  )

  test('stays as it came when nothing more is known of it', () => {
    expect(said('en', 'not-found', 'ECONNREFUSED')).toBe('ECONNREFUSED')
    expect(said('en', 'cut-off', 'receipt')).toBe('receipt')
    expect(said('en', 'not-drawable', 'worker died')).toBe('worker died')
    expect(said('en', 'pdf-empty', '0 pages')).toBe('0 pages')
  })
})
