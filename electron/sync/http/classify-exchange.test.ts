import { describe, expect, test } from 'vitest'
import { classifyExchange, retryAfterMs } from './classify-exchange.ts'
import type { HttpExchange } from './http-exchange.ts'

const NOW_MS = Date.UTC(2026, 10, 21)
const answered = (
  status: number,
  body = '{}',
  headers: Partial<{ retryAfter: string; location: string }> = {},
): HttpExchange => ({
  type: 'answered',
  status,
  body,
  retryAfter: headers.retryAfter ?? null,
  date: null,
  location: headers.location ?? null,
})

describe('the judgement of an exchange', () => {
  const table: readonly (readonly [string, HttpExchange, string, string, string])[] = [
    ['no connection', { type: 'not-sent', message: 'ECONNREFUSED' }, 'retry', 'retry', 'down'],
    ['a lost answer', { type: 'lost', message: 'ECONNRESET' }, 'unknown', 'retry', 'troubled'],
    ['408', answered(408), 'retry', 'retry', 'answered'],
    ['425', answered(425), 'retry', 'retry', 'answered'],
    ['429', answered(429), 'retry', 'retry', 'slowed'],
    ['500', answered(500), 'unknown', 'retry', 'troubled'],
    ['502 of a proxy', answered(502, '<html>'), 'unknown', 'retry', 'troubled'],
    ['503', answered(503), 'unknown', 'retry', 'troubled'],
    ['504', answered(504), 'unknown', 'retry', 'troubled'],
    ['302', answered(302, ''), 'unknown', 'retry', 'troubled'],
    ['302 with JSON', answered(302), 'unknown', 'retry', 'troubled'],
    ['HTML at 200', answered(200, '<html>'), 'unknown', 'retry', 'troubled'],
    ['an empty body at 200', answered(200, ''), 'unknown', 'retry', 'troubled'],
    ['half a JSON', answered(200, '{"s":tr'), 'unknown', 'retry', 'troubled'],
    ['404 without JSON', answered(404, 'Not Found'), 'unknown', 'retry', 'troubled'],
  ]
  test.each(table)('%s is %s for a write, %s for a read, and %s for the line', (_, exchange, write, read, news) => {
    expect(classifyExchange(exchange, 'write', NOW_MS)).toMatchObject({
      type: 'failed',
      failure: { type: write, news: { type: news } },
    })
    expect(classifyExchange(exchange, 'read', NOW_MS)).toMatchObject({
      type: 'failed',
      failure: { type: read, news: { type: news } },
    })
  })

  test('JSON, 401, 403 and 308 are left to the service that knows what they mean', () => {
    expect(classifyExchange(answered(200, '{"s":true}'), 'write', NOW_MS)).toMatchObject({
      type: 'json',
      json: { s: true },
    })
    expect(classifyExchange(answered(422, '{"errors":["x"]}'), 'write', NOW_MS)).toMatchObject({
      type: 'json',
      status: 422,
    })
    expect(classifyExchange(answered(401, '{"error":"invalid token"}'), 'write', NOW_MS)).toMatchObject({
      type: 'unauthorised',
      message: expect.stringContaining('invalid token'),
    })
    expect(classifyExchange(answered(403, '<e>insufficient_scope</e>'), 'write', NOW_MS)).toMatchObject({
      message: 'insufficient_scope',
    })
    expect(classifyExchange(answered(308, '', { location: 'https://odin.accurate.id/x' }), 'write', NOW_MS)).toEqual({
      type: 'moved',
      location: 'https://odin.accurate.id/x',
    })
  })

  test('Retry-After is read in both forms, and not believed beyond an hour', () => {
    expect(retryAfterMs('7', NOW_MS)).toBe(NOW_MS + 7_000)
    expect(retryAfterMs(new Date(NOW_MS + 9_000).toUTCString(), NOW_MS)).toBe(NOW_MS + 9_000)
    expect(retryAfterMs(new Date(NOW_MS - 9_000).toUTCString(), NOW_MS)).toBe(NOW_MS)
    for (const header of [null, 'soon', '', '86400']) expect(retryAfterMs(header, NOW_MS)).toBeNull()
  })
})
