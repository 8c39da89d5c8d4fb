import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../shared/domain/testing/property-runs.ts'
import { isOfThisComputer } from './cups-address.ts'
import { ippQuestion, ippValue } from './cups-ipp.ts'
import { readCupsAddress } from './cups-post.ts'

const NAME = 'printer-error-policy'
/** Laid out like an answer: what stands at the place of the operation is the status there, and 0 means done. */
const answerWith = (value: string): Buffer => {
  const answer = ippQuestion(value, ['requested'])
  answer.writeUInt16BE(0, 2)
  return answer
}

test('the value of an attribute is read among others', () => {
  expect(ippValue(answerWith('retry-job'), 'printer-uri')).toBe('retry-job')
  expect(ippValue(answerWith('retry-job'), NAME)).toBe(null)
})

test('a refusal has no value', () => {
  const answer = answerWith('retry-job')
  answer.writeUInt16BE(0x0406, 2)
  expect(ippValue(answer, 'printer-uri')).toBe(null)
})

test('an answer that ends anywhere, or holds anything, gives its value or none', () => {
  const whole = answerWith('retry-job')
  for (let length = 0; length <= whole.length; length += 1) {
    expect(['retry-job', null]).toContain(ippValue(whole.subarray(0, length), 'printer-uri'))
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 5 }), (bytes, name) => {
      const value = ippValue(Buffer.from(bytes), name)
      expect(value === null || value.length <= bytes.length).toBe(true)
    }),
    { numRuns: propertyRuns(500) },
  )
})

test.each([
  ['/run/cups/cups.sock', { path: '/run/cups/cups.sock' }],
  ['localhost:631', { host: 'localhost', port: 631 }],
  ['[::1]:631', { host: '::1', port: 631 }],
  ['localhost', null],
  ['localhost:0', null],
  ['localhost:99999', null],
  ['', null],
])('CUPS is found where it says that it listens: %j', (words, address) => {
  expect(readCupsAddress(words)).toEqual(address)
})

test.each([
  ['/run/cups/cups.sock', true],
  ['localhost:631', true],
  ['127.0.0.1:631', true],
  ['[::1]:631', true],
  ['localhost.example:631', false],
  ['print.shop.example:631', false],
  ['10.127.0.0:631', false],
])('whether CUPS at %j is of this computer', (words, isHere) => {
  const address = readCupsAddress(words)
  expect(address !== null && isOfThisComputer(address)).toBe(isHere)
})
