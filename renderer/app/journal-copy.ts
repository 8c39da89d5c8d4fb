import { create } from 'zustand'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError, KeptRecord } from '../../shared/ipc/contract.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'

/** What is stored at this till but has no copy in the journal yet, and why; null when everything has one. */
export const useMissingCopies = create<{ readonly error: ActionableError | null }>(() => ({ error: null }))

const noAnswer = (detail: string): ActionableError => ({
  code: 'journal.record-not-kept',
  message: {
    id: 'Sudah tersimpan, tetapi salinan cadangannya di jurnal belum. Periksa ruang disk lalu coba lagi.',
    en: 'It is stored, but its safety copy in the journal is not. Check the disk space, then try again.',
  },
  detail,
})

/** Keeps copies in the journal, those that failed before as well. */
export type JournalCopies = {
  readonly keep: (...records: readonly KeptRecord[]) => Promise<void>
  readonly tryAgain: () => Promise<void>
}

/**
 * Copies what is already durable in the database into the journal. A copy that fails undoes nothing: it is reported, shown
 * ({@link useMissingCopies}) and tried again with the next one.
 */
export const createJournalCopies = (bridge: Pick<Bridge, 'keepRecord'>, report: ReportProblem): JournalCopies => {
  const waiting = new Map<string, KeptRecord>()
  const copy = async (record: KeptRecord): Promise<ActionableError | null> => {
    try {
      const kept = await bridge.keepRecord({ record })
      return kept.ok ? null : kept.error
    } catch (error) {
      return noAnswer(messageOf(error))
    }
  }
  const copyAll = async (): Promise<void> => {
    let failed: ActionableError | null = null
    for (const [key, record] of waiting) {
      const error = await copy(record)
      // A newer one of the same id may have taken its place meanwhile.
      if (error === null && waiting.get(key) === record) waiting.delete(key)
      if (error !== null) {
        failed = error
        report('journal', new Error(`${error.code}: ${error.detail ?? error.message.en}`))
      }
    }
    useMissingCopies.setState({ error: failed })
  }
  return {
    keep: (...records) => {
      for (const record of records) waiting.set(`${record.kind}/${record.id}`, record)
      return copyAll()
    },
    tryAgain: copyAll,
  }
}
