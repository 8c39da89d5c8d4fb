import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { append, createJournalFolder, FILE, makeSale, numbersIn, shiftCopy } from './journal-fixture.ts'
import { openJournalFile, type JournalFileHandle, type OpenJournalFile } from './journal-file.ts'

let folder: string
let reopen: Awaited<ReturnType<typeof createJournalFolder>>['reopen']
let remove: () => Promise<void>
beforeEach(async () => {
  ;({ folder, reopen, remove } = await createJournalFolder())
})
afterEach(() => remove())

const NONE = { sale: 0, return: 0 }

describe('damage', () => {
  test('counts and skips damaged lines, deletes nothing, and never gives their numbers out again', async () => {
    const journal = await reopen()
    for (const index of [1, 2, 3]) await append(journal, makeSale(index))
    await journal.close()
    const path = join(folder, FILE)
    const lines = (await readFile(path, 'utf8')).split('\n')
    const damaged = [
      lines[0],
      lines[1],
      lines[2]?.replace('Kopi', 'Kopj'),
      'rubbish',
      '{"checksum":"00000000","record":{}}',
      '',
    ]
    await writeFile(path, damaged.join('\n'))
    const again = await reopen()
    expect(await numbersIn(again)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    expect((await again.list()).damagedLines).toBe(3)
    expect(await append(again, makeSale(4))).toBe('K1-261121-0004')
    expect(await readFile(path, 'utf8')).toContain('rubbish')
    await again.close()
  })

  test('does not let a torn end swallow the next sale', async () => {
    const journal = await reopen()
    await append(journal, makeSale(1))
    await journal.close()
    await appendFile(join(folder, FILE), '{"checksum":"12345678","record":{"type":"sa')
    const again = await reopen()
    await append(again, makeSale(2))
    await again.close()
    const third = await reopen()
    expect(await numbersIn(third)).toEqual(['K1-261121-0001', 'K1-261121-0002'])
    expect((await third.list()).damagedLines).toBe(1)
    await third.close()
  })
})

/** A disk that fails the next calls of one kind, after writing part of what it was given. */
const failingDisk = () => {
  const failing: { call: 'write' | 'datasync' | null; code: string; truncates: boolean } = {
    call: null,
    code: 'ENOSPC',
    truncates: true,
  }
  const fail = (): never => {
    throw Object.assign(new Error(`${failing.code}: no`), { code: failing.code })
  }
  const openFile: OpenJournalFile = async (path) => {
    const { handle, wasCreated } = await openJournalFile(path)
    const failingHandle: JournalFileHandle = {
      write: async (bytes, offset, length, position) => {
        if (failing.call !== 'write') return handle.write(bytes, offset, length, position)
        await handle.write(bytes, offset, Math.floor(length / 2), position)
        return fail()
      },
      read: (buffer, offset, length, position) => handle.read(buffer, offset, length, position),
      datasync: () => (failing.call === 'datasync' ? fail() : handle.datasync()),
      truncate: (length) => (failing.truncates ? handle.truncate(length) : Promise.reject(new Error('EIO'))),
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
    return { handle: failingHandle, wasCreated }
  }
  return { failing, openFile }
}

describe('a disk that refuses', () => {
  test.each(['write', 'datasync'] as const)(
    'turns a failed %s into an answer to act on, and leaves no trace',
    async (call) => {
      const { failing, openFile } = failingDisk()
      const journal = await reopen(openFile)
      await append(journal, makeSale(1))
      const before = await readFile(join(folder, FILE), 'utf8')
      failing.call = call
      const refused = await journal.appendSale(makeSale(2), NONE)
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } })
      expect(await readFile(join(folder, FILE), 'utf8')).toBe(before)
      expect(await numbersIn(journal)).toEqual(['K1-261121-0001'])
      failing.call = null
      expect(await append(journal, makeSale(2))).toBe('K1-261121-0002')
      await journal.close()
      const again = await reopen()
      expect(await again.list()).toMatchObject({ damagedLines: 0, entries: [{}, {}] })
      await again.close()
    },
  )

  test('never gives a number out again whose line could not be taken away', async () => {
    const { failing, openFile } = failingDisk()
    const journal = await reopen(openFile)
    failing.call = 'datasync'
    failing.truncates = false
    expect(await journal.appendSale(makeSale(1), NONE)).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    failing.call = null
    expect(await append(journal, makeSale(2))).toBe('K1-261121-0002')
    await journal.close()
    const again = await reopen()
    const numbers = await numbersIn(again)
    expect(new Set(numbers).size).toBe(numbers.length)
    await again.close()
  })

  test('a copy that cannot be kept is an answer that says what to do, and the next one is kept', async () => {
    const { failing, openFile } = failingDisk()
    const journal = await reopen(openFile)
    failing.call = 'datasync'
    expect(await journal.keepRecord(shiftCopy(1))).toMatchObject({ ok: false, error: { code: 'journal.not-kept' } })
    expect((await journal.listKeptRecords()).records).toEqual([])
    failing.call = null
    expect(await journal.keepRecord(shiftCopy(1))).toEqual({ ok: true, value: null })
    expect((await journal.listKeptRecords()).records).toEqual([shiftCopy(1)])
    await journal.close()
  })

  test('says which kind of refusal it was', async () => {
    const { failing, openFile } = failingDisk()
    const journal = await reopen(openFile)
    failing.call = 'write'
    failing.code = 'EROFS'
    expect(await journal.appendSale(makeSale(1), NONE)).toMatchObject({ ok: false, error: { code: 'disk-refused' } })
    failing.code = 'EIO'
    expect(await journal.appendSale(makeSale(1), NONE)).toMatchObject({ ok: false, error: { code: 'journal-failed' } })
    await journal.close()
  })
})
