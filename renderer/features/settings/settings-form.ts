import { z } from 'zod'
import type { TillSettings } from '../../app/till.ts'
import { isQrisCode } from './is-qris-code.ts'
import { draftSelling, readSellingDraft, type SellingDraft, type SellingField } from './selling-form.ts'

/** The till's settings as typed into the form: the address is text with one line a row. */
export type SettingsDraft = Omit<TillSettings, 'shop' | 'selling'> & {
  readonly selling: SellingDraft
  readonly shopNpwp: string
  readonly shopName: string
  readonly shopAddress: string
  readonly shopPhone: string
}

/** The fields that can be wrong. */
export type SettingsField =
  | 'shopName'
  | 'shopAddress'
  | 'shopPhone'
  | 'shopNpwp'
  | 'register'
  | 'cashier'
  | SellingField

/** What can be wrong, as keys of the settings texts. */
export type SettingsProblem = `problem.${SettingsField | 'registerWhileWaiting' | 'registerTaken'}`

/** What is wrong, by field. */
export type SettingsProblems = Readonly<Partial<Record<SettingsField, SettingsProblem>>>

/** The receipt has room for this many lines of address. */
export const LARGEST_ADDRESS_LINES = 4

/** The three time zones of Indonesia, in minutes east of UTC. */
export const TIME_ZONES = [
  { id: 'WIB', utcOffsetMinutes: 420 },
  { id: 'WITA', utcOffsetMinutes: 480 },
  { id: 'WIT', utcOffsetMinutes: 540 },
] as const

/** The form's draft of stored settings. */
export const draftSettings = ({ shop, selling, ...rest }: TillSettings): SettingsDraft => ({
  ...rest,
  selling: draftSelling(selling),
  shopNpwp: shop.npwp,
  shopName: shop.name,
  shopAddress: shop.address.join('\n'),
  shopPhone: shop.phone,
})

const addressLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Register codes become part of every sale number: capitals and digits, at most six. */
export const registerCodeSchema = z.string().regex(/^[A-Z0-9]{1,6}$/)

/** Reads the draft: settings that can be stored, or what is wrong where. A new register code is refused while sales wait. */
export const readSettingsDraft = (
  draft: SettingsDraft,
  stored: TillSettings,
  waitingSales: number,
): { readonly settings: TillSettings | null; readonly problems: SettingsProblems } => {
  const problems: Partial<Record<SettingsField, SettingsProblem>> = {}
  const { shopName, shopAddress, shopPhone, shopNpwp, selling, ...rest } = draft
  const register = draft.register.trim().toUpperCase()
  const cashier = draft.cashier.trim()
  const address = addressLines(shopAddress)
  if (shopName.trim() === '') problems.shopName = 'problem.shopName'
  // A shop that charges PPN must stand on its receipts with its address and tax number (PER-11/PJ/2025 art. 52).
  const needsAddress = selling.isTaxCharged && address.length === 0
  if (needsAddress || address.length > LARGEST_ADDRESS_LINES) problems.shopAddress = 'problem.shopAddress'
  if (!/^[0-9+()\s-]*$/.test(shopPhone)) problems.shopPhone = 'problem.shopPhone'
  if (!registerCodeSchema.safeParse(register).success) problems.register = 'problem.register'
  else if (register !== stored.register && waitingSales > 0) problems.register = 'problem.registerWhileWaiting'
  if (cashier === '') problems.cashier = 'problem.cashier'
  const npwpDigits = shopNpwp.replaceAll(/\D/g, '').length
  const isNpwp = /^[\d.\s-]*$/.test(shopNpwp) && (npwpDigits === 15 || npwpDigits === 16)
  if (!(isNpwp || (npwpDigits === 0 && !selling.isTaxCharged))) problems.shopNpwp = 'problem.shopNpwp'
  const read = readSellingDraft(selling, isQrisCode)
  const all = { ...problems, ...read.problems }
  if (read.rules === null || Object.keys(all).length > 0) return { settings: null, problems: all }
  const shop = { name: shopName.trim(), address, phone: shopPhone.trim(), npwp: shopNpwp.trim() }
  return { settings: { ...rest, register, cashier, shop, selling: read.rules }, problems: all }
}

/** True when saving would change something. */
export const isChanged = (draft: SettingsDraft, stored: TillSettings): boolean =>
  JSON.stringify(sorted(draft)) !== JSON.stringify(sorted(draftSettings(stored)))

const sorted = (draft: SettingsDraft): readonly (readonly [string, unknown])[] =>
  Object.entries(draft).sort(([left], [right]) => left.localeCompare(right))
