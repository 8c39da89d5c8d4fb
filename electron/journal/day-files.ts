import { fileNameOf } from './index-files.ts'
import { indexRecord, type JournalIndex, type LinePlace } from './known-records.ts'
import { AppendOnlyFile, type OpenJournalFile } from './journal-file.ts'
import {
  decodeLine,
  encodeRecord,
  journalRecordSchema,
  type IndexedRecord,
  type JournalRecord,
} from './journal-record.ts'

/** The journal's files, one a day, of which one is open at a time. Calls must come one after the other. */
export type DayFiles = {
  /** Appends a record and takes it into the index; when it throws, the file is as before (but see TornAppendError). */
  readonly append: (day: string, record: JournalRecord & IndexedRecord, isDurable: boolean) => Promise<void>
  /** A record that was indexed earlier; null when its line is damaged or of a shape that this version cannot read. */
  readonly read: (place: LinePlace) => Promise<JournalRecord | null>
  readonly close: () => Promise<void>
}

/** The files of a folder, with the index that follows what is appended. */
export const createDayFiles = (folder: string, index: JournalIndex, openFile: OpenJournalFile): DayFiles => {
  let current: { readonly day: string; readonly file: AppendOnlyFile } | null = null
  const close = async (): Promise<void> => {
    const closing = current
    current = null
    await closing?.file.close()
  }
  const fileOf = async (day: string): Promise<AppendOnlyFile> => {
    if (current?.day === day) return current.file
    await close()
    const file = await AppendOnlyFile.open(folder, fileNameOf(day), openFile)
    current = { day, file }
    return file
  }
  return {
    append: async (day, record, isDurable) => {
      const file = await fileOf(day)
      try {
        indexRecord(index, record, { day, ...(await file.append(encodeRecord(record), isDurable)) })
      } catch (error) {
        // After a failed fsync the kernel may report success the next time: only a new handle tells the truth.
        await close().catch(() => undefined)
        throw error
      }
    },
    read: async (place) => {
      const file = await fileOf(place.day)
      const record = journalRecordSchema.safeParse(decodeLine(await file.read(place.offset, place.length)))
      return record.success ? record.data : null
    },
    close,
  }
}
