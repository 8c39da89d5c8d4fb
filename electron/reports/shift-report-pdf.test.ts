import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleShiftReport } from '../../shared/documents/sample-shift-report.ts'
import { shiftReportSections } from '../../shared/documents/shift-report-sections.ts'
import { SHIFT_REPORT_WORDS } from '../../shared/documents/shift-report-words.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { makePdf } from './make-pdf.ts'
import type { MakePdf } from './pdf-order.ts'
import { saveShiftReport } from './save-shift-report.ts'
import { shiftReportPdf } from './shift-report-pdf.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const run = promisify(execFile)

describe('a shift report as PDF', () => {
  const makePdfWith =
    (fontFolder: string): MakePdf =>
    (order) =>
      makePdf(order, fontFolder)

  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'konter-pdf-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** The lines that pdftotext, a reader from outside the project, finds; columns are kept apart by spaces. */
  const linesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const path = join(folder, 'read.pdf')
    await writeFile(path, bytes)
    const { stdout } = await run('pdftotext', ['-layout', path, '-'])
    return stdout.split('\n').map((line) => line.trim())
  }

  test('holds every row of the report with its amount on the same line', async () => {
    const report = sampleShiftReport()
    const lines = await linesOf(await shiftReportPdf(report, FONTS))
    const pairs = lines.map((line) => line.replace(/\s{2,}/, '|'))
    for (const { title, rows } of shiftReportSections(report)) {
      expect(lines).toContain(title)
      for (const { words, value } of rows) expect(pairs).toContain(`${words}|${value}`)
    }
    expect(lines).toEqual(expect.arrayContaining(['Toko Sumber Rejeki', 'LAPORAN Z']))
  })

  test('is in English from head to signatures where English is wanted', async () => {
    const report = sampleShiftReport()
    const lines = await linesOf(await shiftReportPdf(report, FONTS, 'en'))
    const pairs = lines.map((line) => line.replace(/\s{2,}/, '|'))
    for (const { title, rows } of shiftReportSections(report, SHIFT_REPORT_WORDS.en)) {
      expect(lines).toContain(title)
      for (const { words, value } of rows) expect(pairs).toContain(`${words}|${value}`)
    }
    expect(lines).toContain('Z REPORT')
    expect(pairs).toContain('Cashier|Supervisor')
    expect(lines.join(' ')).not.toMatch(/Telp |Kasir|Penanggung jawab/)
  })

  test('sets amounts flush right, whatever their length', async () => {
    const path = join(folder, 'boxes.pdf')
    await writeFile(path, await shiftReportPdf(sampleShiftReport(), FONTS))
    const { stdout } = await run('pdftotext', ['-bbox', path, '-'])
    const amounts = [...stdout.matchAll(/xMax="([\d.]+)"[^>]*>\d[\d.]*\.\d{3}<\/word>/g)].map((match) =>
      Number(match[1]),
    )
    const rightmost = Math.max(...amounts)
    expect(amounts.length).toBeGreaterThan(20)
    // The denominations of a count stand on the left.
    const others = amounts.filter((right) => Math.abs(right - rightmost) > 0.5)
    expect(others.every((right) => right < 200)).toBe(true)
  })

  test('goes on over more pages, each numbered, and keeps names that no Latin font has visible', async () => {
    const report = sampleShiftReport()
    const byCashier = Array.from({ length: 90 }, (_, index) => ({
      cashier: `Kasir ${String(index)} Đặng Văn`,
      count: 1,
      total: rupiah(index),
    }))
    const lines = await linesOf(await shiftReportPdf({ ...report, byCashier }, FONTS))
    expect(lines.filter((line) => /^Kasir \d+ Đặng Văn \(1\)/.test(line))).toHaveLength(90)
    const feet = lines.filter((line) => line.startsWith('Toko Sumber Rejeki, LAPORAN Z, K1'))
    expect(feet.length).toBeGreaterThan(1)
    expect(feet.every((line, index) => line.endsWith(`${String(index + 1)}/${String(feet.length)}`))).toBe(true)
  })

  test('goes where the user says, and nowhere when they cancel', async () => {
    const report = sampleShiftReport({ kind: 'x' })
    const cancelled = await saveShiftReport(
      { folder, askPath: async () => null, makePdf: makePdfWith(FONTS), language: 'id' },
      report,
    )
    expect(cancelled).toEqual({ ok: true, value: { path: null } })
    expect(await readdir(folder)).toEqual([])
    const saved = await saveShiftReport(
      { folder, askPath: async (path) => path, makePdf: makePdfWith(FONTS), language: 'id' },
      report,
    )
    expect(saved).toEqual({ ok: true, value: { path: join(folder, 'konter-K1-laporan-x-2026-11-21.pdf') } })
  })

  test('says so when it cannot be written', async () => {
    const askPath = async (): Promise<string> => join(folder, 'z.pdf')
    const report = sampleShiftReport()
    expect(
      await saveShiftReport({ folder, askPath, makePdf: makePdfWith(join(folder, 'none')), language: 'id' }, report),
    ).toMatchObject({
      ok: false,
      error: { code: 'export-failed' },
    })
    expect(await readdir(folder)).toEqual([])
  })
})
