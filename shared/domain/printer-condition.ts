import { z } from 'zod'
import type { Bilingual } from './bilingual.ts'

/** What a printer says is wrong with it, or the system's own queue with itself. */
export const printerProblemSchema = z.enum([
  'paper-out',
  'paper-low',
  'cover-open',
  'jam',
  'ribbon-out',
  'paused',
  'cutter',
  'overheated',
  'offline',
  'queue-paused',
  'queue-closed',
  'error',
])
export type PrinterProblem = z.infer<typeof printerProblemSchema>

/** What a printer said of itself. No problems is what it said, not a promise: many printers always say so. */
export const printerConditionSchema = z.object({
  problems: z.array(printerProblemSchema).readonly(),
  isPrinting: z.boolean(),
})
export type PrinterCondition = z.infer<typeof printerConditionSchema>

const WORDS: Readonly<Record<PrinterProblem, Bilingual>> = {
  'paper-out': { id: 'Kertas habis. Pasang gulungan baru.', en: 'Paper is out. Put in a new roll.' },
  'paper-low': { id: 'Kertas hampir habis. Siapkan gulungan baru.', en: 'Paper is low. Have a new roll ready.' },
  'cover-open': { id: 'Tutup printer terbuka. Tutup rapat.', en: 'The cover is open. Close it.' },
  jam: {
    id: 'Kertas macet. Buka printer dan keluarkan kertasnya.',
    en: 'Paper is jammed. Open the printer and take it out.',
  },
  'ribbon-out': { id: 'Pita habis. Pasang pita baru.', en: 'The ribbon is out. Put in a new one.' },
  paused: {
    id: 'Printer dijeda. Tekan tombol FEED atau PAUSE di printer.',
    en: 'The printer is paused. Press FEED or PAUSE on it.',
  },
  cutter: {
    id: 'Pemotong macet. Matikan printer, bersihkan, lalu nyalakan.',
    en: 'The cutter is stuck. Switch the printer off, clear it, switch it on.',
  },
  overheated: {
    id: 'Kepala cetak terlalu panas. Tunggu beberapa menit.',
    en: 'The print head is too hot. Wait some minutes.',
  },
  offline: {
    id: 'Printer belum siap. Periksa apakah menyala dan tidak dijeda.',
    en: 'The printer is not ready. Check that it is on and not paused.',
  },
  'queue-paused': {
    id: 'Antrean cetak di komputer dijeda. Lanjutkan antreannya di pengaturan printer komputer.',
    en: 'The print queue on the computer is paused. Resume it in the computer’s printer settings.',
  },
  'queue-closed': {
    id: 'Antrean cetak di komputer ditutup. Terima cetakan lagi di pengaturan printer komputer.',
    en: 'The print queue on the computer is closed. Let it accept jobs again in the computer’s printer settings.',
  },
  error: {
    id: 'Printer melaporkan kesalahan. Lihat lampunya, matikan dan nyalakan lagi.',
    en: 'The printer reports an error. Look at its lights, switch it off and on.',
  },
}

/** What is wrong and what to do. */
export const printerProblemWords = (problem: PrinterProblem): Bilingual => WORDS[problem]
