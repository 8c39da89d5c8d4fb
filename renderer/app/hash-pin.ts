import type { Pin } from '../../shared/domain/permission.ts'

/** As many rounds as a slow counter computer does in about a tenth of a second. */
const ITERATIONS = 200_000
const SALT_BYTES = 16
const HASH_BITS = 256

const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const derive = async (pin: string, salt: string, iterations: number): Promise<string> => {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations }
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(parameters, key, HASH_BITS)))
}

/** A PIN: four to eight digits. */
export const isPin = (text: string): boolean => /^\d{4,8}$/.test(text)

/** The PIN as it is kept, under a salt of its own. */
export const hashPin = async (pin: string): Promise<Pin> => {
  const salt = toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  return { salt, iterations: ITERATIONS, hash: await derive(pin, salt, ITERATIONS) }
}

/** Whether this is the PIN that was kept. */
export const isSamePin = async (pin: string, kept: Pin): Promise<boolean> =>
  (await derive(pin, kept.salt, kept.iterations)) === kept.hash
