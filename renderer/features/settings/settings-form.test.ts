import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../../shared/documents/document-design.ts'
import { DEFAULT_SELLING_RULES } from '../../../shared/domain/selling-rules.ts'
import type { TillSettings } from '../../app/till.ts'
import { draftSettings, isChanged, readSettingsDraft } from './settings-form.ts'

const STORED: TillSettings = {
  register: 'K1',
  cashier: 'Sari',
  shop: { name: 'Toko Maju', address: ['Jl. Melati 3', 'Sleman'], phone: '0274 123', npwp: '' },
  selling: DEFAULT_SELLING_RULES,
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  language: 'id',
  theme: 'system',
  printsReceipts: true,
  printsPickLists: 'never',
  designs: DEFAULT_DESIGNS,
}

describe('the settings form', () => {
  test('gives stored settings back unchanged', () => {
    const draft = draftSettings(STORED)
    expect(readSettingsDraft(draft, STORED, 0).settings).toEqual(STORED)
    expect(isChanged(draft, STORED)).toBe(false)
    expect(isChanged({ ...draft, cashier: 'Budi' }, STORED)).toBe(true)
  })

  test('writes register codes in capitals', () => {
    expect(readSettingsDraft({ ...draftSettings(STORED), register: ' k2 ' }, STORED, 0).settings?.register).toBe('K2')
  })

  test('refuses a new register code while sales wait, but not other changes', () => {
    const draft = draftSettings(STORED)
    expect(readSettingsDraft({ ...draft, register: 'K2' }, STORED, 3).problems).toEqual({
      register: 'problem.registerWhileWaiting',
    })
    expect(readSettingsDraft({ ...draft, cashier: 'Budi' }, STORED, 3).settings?.cashier).toBe('Budi')
  })

  test('names every wrong field at once', () => {
    const { settings, problems } = readSettingsDraft(
      { ...draftSettings(STORED), shopName: ' ', shopPhone: 'call me', register: 'KASIR-01', cashier: '' },
      STORED,
      0,
    )
    expect(settings).toBeNull()
    expect(Object.keys(problems).sort()).toEqual(['cashier', 'register', 'shopName', 'shopPhone'])
  })

  test('drops empty address lines and refuses more than the receipt has room for', () => {
    const draft = draftSettings(STORED)
    expect(readSettingsDraft({ ...draft, shopAddress: 'a\n\n b ' }, STORED, 0).settings?.shop.address).toEqual([
      'a',
      'b',
    ])
    expect(readSettingsDraft({ ...draft, shopAddress: 'a\nb\nc\nd\ne' }, STORED, 0).problems.shopAddress).toBeDefined()
  })

  test('wants the address and the tax number of a shop that charges PPN, and of no other', () => {
    const draft = { ...draftSettings(STORED), shopAddress: '\n', shopNpwp: '' }
    const charging = { ...draft, selling: { ...draft.selling, isTaxCharged: true } }
    expect(readSettingsDraft(draft, STORED, 0).problems).toEqual({})
    expect(readSettingsDraft(charging, STORED, 0).problems).toEqual({
      shopAddress: 'problem.shopAddress',
      shopNpwp: 'problem.shopNpwp',
    })
    const whole = { ...charging, shopAddress: 'Jl. Melati 3', shopNpwp: '01.234.567.8-901.000' }
    expect(readSettingsDraft(whole, STORED, 0).settings?.shop.npwp).toBe('01.234.567.8-901.000')
  })
})
