import { describe, expect, test } from 'vitest'
import { LARGEST_PDF_BYTES, LARGEST_PDF_MEGABYTES, printTroubleCodeSchema, printTroubleWords } from './print-trouble.ts'

/** Nothing is to be done about these. */
const FINAL: ReadonlySet<string> = new Set(['called-off'])

describe('the words of a trouble', () => {
  test.each(printTroubleCodeSchema.options.filter((code) => !FINAL.has(code)))(
    'say what happened and what to do: %s',
    (code) => {
      const { id, en } = printTroubleWords({ code })
      for (const words of [id, en]) expect(words).toMatch(/^\S.*[.] \p{Lu}.*\.$/u)
      expect(id).not.toBe(en)
    },
  )

  test('name the limit that PDFs are held to', () => {
    const { id, en } = printTroubleWords({ code: 'pdf-too-large' })
    for (const words of [id, en]) expect(words).toContain(` ${String(LARGEST_PDF_MEGABYTES)} MB.`)
    expect(LARGEST_PDF_BYTES).toBe(LARGEST_PDF_MEGABYTES * 1_048_576)
  })
})
