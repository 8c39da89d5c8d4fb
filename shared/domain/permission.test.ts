import { expect, test } from 'vitest'
import { needsApproval, pinSchema, type User } from './permission.ts'

const pin = { salt: '0'.repeat(32), hash: 'a'.repeat(64), iterations: 100_000 }
const user = (name: string, other: Partial<User> = {}): User => ({
  id: name,
  name,
  role: 'cashier',
  pin: null,
  isActive: true,
  ...other,
})
const sari = user('Sari', { role: 'supervisor', pin })
const users = [user('Ani'), sari]

test('asks for a PIN only for what is guarded, while no supervisor is at the till', () => {
  expect(needsApproval('void', ['void'], users, 'Ani')).toBe(true)
  expect(needsApproval('discount', ['void'], users, 'Ani')).toBe(false)
  expect(needsApproval('void', ['void'], users, 'Sari')).toBe(false)
})

test('asks nobody where nobody could answer: without an active supervisor who has a PIN', () => {
  expect(needsApproval('void', ['void'], [user('Ani')], 'Ani')).toBe(false)
  expect(needsApproval('void', ['void'], [user('Ani'), { ...sari, pin: null }], 'Ani')).toBe(false)
  expect(needsApproval('void', ['void'], [user('Ani'), { ...sari, isActive: false }], 'Ani')).toBe(false)
})

test('a cashier with a PIN is no supervisor, nor one who has left', () => {
  const withPin = user('Budi', { pin })
  expect(needsApproval('void', ['void'], [withPin, sari], 'Budi')).toBe(true)
  const left = user('Tono', { role: 'supervisor', pin, isActive: false })
  expect(needsApproval('void', ['void'], [left, sari], 'Tono')).toBe(true)
})

test('a PIN is kept only as a slow hash', () => {
  expect(pinSchema.safeParse(pin).success).toBe(true)
  expect(pinSchema.safeParse({ ...pin, iterations: 1 }).success).toBe(false)
  expect(pinSchema.safeParse({ ...pin, hash: '123456' }).success).toBe(false)
})
