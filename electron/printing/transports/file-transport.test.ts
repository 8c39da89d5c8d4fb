import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outcomeOf } from '../transport.ts'
import { createFileTransport } from './file-transport.ts'

const JOB = Uint8Array.of(1, 2, 3)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'konter-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every job becomes a whole file of its own', async () => {
  const transport = createFileTransport(folder)
  expect(outcomeOf(await transport.send(JOB), JOB.length)).toEqual({ type: 'sent', bytesSent: 3 })
  await transport.send(JOB)
  const names = readdirSync(folder)
  expect(names).toHaveLength(2)
  expect(names.every((name) => name.endsWith('.prn') && readFileSync(join(folder, name)).equals(JOB))).toBe(true)
  expect(await transport.ask(new Uint8Array(), 10)).toEqual({ type: 'deaf' })
})

test('a folder that cannot be made fails the job, since nothing was printed', async () => {
  const path = join(folder, 'file')
  writeFileSync(path, '')
  const transport = createFileTransport(join(path, 'below'))
  expect(outcomeOf(await transport.send(JOB), JOB.length)).toMatchObject({ type: 'failed' })
  expect(await transport.ask(new Uint8Array(), 10)).toMatchObject({ type: 'absent', trouble: { code: 'not-found' } })
})
