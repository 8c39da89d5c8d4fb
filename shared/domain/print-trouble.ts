import { z } from 'zod'
import type { Bilingual } from './bilingual.ts'
import { printerProblemWords } from './printer-condition.ts'

/** The largest PDF that is read and printed, in MB of 1024 x 1024 bytes: some hundred courier labels stay below it, and a job carries its whole file. */
export const LARGEST_PDF_MEGABYTES = 20
/** {@link LARGEST_PDF_MEGABYTES} in bytes. */
export const LARGEST_PDF_BYTES = LARGEST_PDF_MEGABYTES * 1024 * 1024

/** What can go wrong on the way to paper. */
export const printTroubleCodeSchema = z.enum([
  /** Nobody answers at the address, or the queue or device does not exist. */
  'not-found',
  /** It is there and refuses: in use by another program, or not ready to take a job. */
  'busy',
  'not-permitted',
  /** The printer stopped taking bytes and did not say why. */
  'stalled',
  /** The connection broke, or the cable was pulled. */
  'cut-off',
  /** Every byte was taken, and the printer never said that it was done with them. */
  'not-confirmed',
  'paper-out',
  'cover-open',
  /** What a printer says of itself in the middle of a job. */
  'jam',
  'ribbon-out',
  'paused',
  'cutter',
  'overheated',
  /** The system's own queue gave the job up. */
  'queue-refused',
  /** The system's own queue keeps what its printer cannot take and may print it hours later; `detail` is the command that mends it. */
  'queue-keeps-jobs',
  /** The document cannot be drawn as it is; `detail` names what is in the way. */
  'not-drawable',
  /** A PDF that cannot be opened without its password. */
  'pdf-locked',
  'pdf-damaged',
  /** The PDF has no page, or nothing is on the page. */
  'pdf-empty',
  'pdf-too-large',
  /** What should be printed is no longer there. */
  'nothing-to-print',
  'no-printer',
  /** The run that was sending it ended before it knew. */
  'run-ended',
  /** An earlier payment of the same sale sent it, perhaps with other goods on it. */
  'paid-anew',
  'called-off',
  /** A fault of the program. */
  'internal',
])
export type PrintTroubleCode = z.infer<typeof printTroubleCodeSchema>

/** Why a print did not simply succeed: a code with words for people, and the system's own words. */
export const printTroubleSchema = z.object({ code: printTroubleCodeSchema, detail: z.string() })
export type PrintTrouble = z.infer<typeof printTroubleSchema>

/** A trouble of this code; `detail` is the system's words or what is in the way, in whatever language it came. */
export const printTrouble = (code: PrintTroubleCode, detail = ''): PrintTrouble => ({ code, detail })

const WORDS: Readonly<Record<PrintTroubleCode, Bilingual>> = {
  'not-found': {
    id: 'Printer tidak ditemukan. Periksa apakah menyala dan kabel atau jaringannya tersambung.',
    en: 'The printer was not found. Check that it is on and that its cable or network is connected.',
  },
  busy: {
    id: 'Printer sedang dipakai program lain. Tutup program itu, lalu cetak lagi.',
    en: 'Another program is using the printer. Close it, then print again.',
  },
  'not-permitted': {
    id: 'Komputer tidak mengizinkan Konter memakai printer ini. Di Linux, masukkan pengguna ke grup lp.',
    en: 'This computer does not let Konter use the printer. On Linux, add the user to the group lp.',
  },
  stalled: {
    id: 'Printer berhenti menerima data. Periksa kertas dan tutupnya.',
    en: 'The printer stopped taking data. Check its paper and cover.',
  },
  'cut-off': {
    id: 'Hubungan ke printer putus di tengah cetak. Periksa kabel dan dayanya.',
    en: 'The connection to the printer broke in the middle. Check its cable and power.',
  },
  'not-confirmed': {
    id: 'Printer menerima semua data tetapi tidak menyatakan selesai. Lihat kertasnya.',
    en: 'The printer took all data but did not say that it finished. Look at the paper.',
  },
  'paper-out': printerProblemWords('paper-out'),
  'cover-open': printerProblemWords('cover-open'),
  jam: printerProblemWords('jam'),
  'ribbon-out': printerProblemWords('ribbon-out'),
  paused: printerProblemWords('paused'),
  cutter: printerProblemWords('cutter'),
  overheated: printerProblemWords('overheated'),
  'queue-refused': {
    id: 'Antrean cetak komputer menolak pekerjaan ini. Buka antrean printer di komputer dan lihat sebabnya.',
    en: 'The computer’s print queue refused this job. Open the printer’s queue and look why.',
  },
  'queue-keeps-jobs': {
    id: 'Antrean CUPS ini menyimpan cetakan yang gagal dan bisa mengeluarkannya berjam-jam kemudian. Minta admin komputer menjalankan perintah di bawah ini.',
    en: 'This CUPS queue keeps prints that failed and may print them hours later. Ask the computer’s administrator to run the command below.',
  },
  'not-drawable': {
    id: 'Dokumen ini tidak bisa dicetak seperti adanya. Perbaiki isinya atau pilih printer dengan kertas yang cocok.',
    en: 'This document cannot be printed as it is. Correct what is in it, or choose a printer whose paper fits.',
  },
  'pdf-locked': {
    id: 'PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu pilih lagi.',
    en: 'This PDF is locked with a password. Save it without one, then choose it again.',
  },
  'pdf-damaged': {
    id: 'File ini rusak atau bukan PDF. Unduh lagi dari asalnya.',
    en: 'This file is damaged or not a PDF. Download it again.',
  },
  'pdf-empty': {
    id: 'Halaman PDF ini kosong. Pilih halaman atau file lain.',
    en: 'This page of the PDF is empty. Choose another page or file.',
  },
  'pdf-too-large': {
    id: `PDF ini lebih besar dari ${String(LARGEST_PDF_MEGABYTES)} MB. Simpan hanya halaman labelnya.`,
    en: `This PDF is larger than ${String(LARGEST_PDF_MEGABYTES)} MB. Save only the pages of the label.`,
  },
  'nothing-to-print': {
    id: 'Yang harus dicetak tidak bisa dibaca lagi. Cetak lagi dari penjualannya, atau pilih lagi filenya.',
    en: 'What should be printed can no longer be read. Print it again from its sale, or choose its file again.',
  },
  'no-printer': {
    id: 'Belum ada printer untuk dokumen ini. Pilih satu di layar Cetak.',
    en: 'No printer is set for this document. Choose one on the printing screen.',
  },
  'run-ended': {
    id: 'Konter berhenti saat sedang mencetak. Lihat kertasnya.',
    en: 'Konter stopped while printing. Look at the paper.',
  },
  'paid-anew': {
    id: 'Dokumen ini sudah dikirim saat penjualan dibayar pertama kali, mungkin dengan isi lain. Bandingkan kertasnya dengan gambar ini; yang isinya lain diambil kembali.',
    en: 'This was sent when the sale was paid the first time, perhaps with other goods on it. Compare the paper with this picture; take back what differs.',
  },
  'called-off': { id: 'Cetakan dibatalkan.', en: 'The print was called off.' },
  internal: {
    id: 'Terjadi kesalahan di Konter saat mencetak. Lihat kertasnya.',
    en: 'Konter made a mistake while printing. Look at the paper.',
  },
}

/** What happened and what to do, for the person at the till. */
export const printTroubleWords = ({ code }: Pick<PrintTrouble, 'code'>): Bilingual => WORDS[code]
