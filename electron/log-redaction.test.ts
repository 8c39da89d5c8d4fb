import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { redact, redactText } from './log-redaction.ts'
import { openLogBook } from './log.ts'

describe('the log', () => {
  test.each([
    ['sent to 0812-3456-7890 now', '0812'],
    ['phone +62 812 3456 7890', '3456'],
    ['6281234567890', '81234567890'],
    ['Authorization: Bearer aat.NTA.abc-def', 'aat.NTA'],
    ['{"apiToken":"aat.xyz"}', 'aat.xyz'],
    ['secret_key=s3cr3t&id=1', 's3cr3t'],
    ['X-Api-Signature: q0ZlbA==', 'q0ZlbA'],
    ['kirim ke Jl. Melati No. 5 RT 03', 'Melati'],
    ['Jalan Sudirman 12, Jakarta', 'Sudirman'],
  ])('hides what %j must not tell', (text, hidden) => {
    expect(redactText(text)).not.toContain(hidden)
    expect(redactText(text)).toContain('[hidden]')
  })

  test.each(['K1-261121-0007: invoice sent in 812 ms', 'barcode 8997228440010', 'paid at 1795297203431', 'Rp 12.800'])(
    'leaves %j as it is',
    (text) => {
      expect(redactText(text)).toBe(text)
    },
  )

  test('hides secrets and buyers at any depth of a value', () => {
    const detail = {
      sale: { number: 'K1-261121-0007', delivery: { recipientName: 'Budi' } },
      headers: [{ 'X-Api-Key': 'k', status: 200 }],
      buyer: { phone: '1', address: 'Rumah biru', name: 'x' },
    }
    const text = JSON.stringify(redact(detail))
    expect(text).toContain('K1-261121-0007')
    expect(text).toContain('200')
    expect(text).not.toMatch(/Budi|"k"|Rumah biru/)
  })

  test('hides what an error says too', () => {
    expect(redact(new Error('refused apiToken=abc123'))).not.toContain('abc123')
  })

  test('writes scope, level and redacted words into its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'konter-log-'))
    const book = openLogBook(folder, { writesToConsole: false })
    book.scope('sync').warn('refused for 081234567890', { secretKey: 'hunter2', status: 401 })
    const text = await readFile(book.filePath, 'utf8')
    expect(text).toMatch(/\[warn\].*sync.*refused for \[hidden\]/)
    expect(text).toContain('401')
    expect(text).not.toMatch(/hunter2|081234567890/)
    await rm(folder, { recursive: true })
  })
})
