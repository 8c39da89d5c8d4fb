import type { RowProblem } from '../../../shared/domain/catalogue-review.ts'

/** The columns of a catalogue file in the order of the template; three must be there. */
export const CATALOGUE_COLUMNS = [
  { name: 'sku', isRequired: true },
  { name: 'name', isRequired: true },
  { name: 'price', isRequired: true },
  { name: 'barcode', isRequired: false },
  { name: 'category', isRequired: false },
  { name: 'cost', isRequired: false },
  { name: 'stock', isRequired: false },
  { name: 'regular', isRequired: false },
  { name: 'unit', isRequired: false },
  { name: 'tax', isRequired: false },
  { name: 'bundle', isRequired: false },
] as const

/** Kinds of files that the import takes. */
export const CATALOGUE_FILE_TYPES: readonly string[] = ['.csv', '.xlsx']

/** The largest file read into memory. 100,000 rows of a catalogue are about 10 MB. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

// A cell that starts like a formula would run in a spreadsheet: an apostrophe keeps it text.
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The refused rows as CSV with a header, to be corrected in a spreadsheet. */
export const refusedRowsAsCsv = (
  rows: readonly RowProblem[],
  header: readonly [string, string, string, string],
  language: 'id' | 'en',
): string =>
  [header, ...rows.map((row) => [String(row.lineNumber), row.column, row.value, row.message[language]])]
    .map((cells) => cells.map((cell) => quoted(inert(cell))).join(','))
    .join('\r\n')
    .concat('\r\n')

/** How many rows of the file are refused: a row may have several problems. */
export const countRefusedRows = (problems: readonly RowProblem[]): number =>
  new Set(problems.map((problem) => problem.lineNumber)).size

/** A catalogue with an example of each kind of goods, as CSV. */
export const templateCsv = (): string =>
  [
    CATALOGUE_COLUMNS.map((column) => column.name).join(','),
    'MINU-0001,Teh Botol 350 mL,4500,8997011401945,Minuman,3900,48,5000,pcs,ya,',
    'SNAC-0001,Keripik Singkong 100 g,12000,,Snack,9500,20,,pcs,ya,',
    'CURA-0001,Beras Curah,14500,,Sembako,12800,"180,5",,kg,tidak,',
    'PAKE-0001,Paket Camilan,15500,,Paket,,,16500,pcs,ya,MINU-0001 x1; SNAC-0001 x1',
  ]
    .join('\r\n')
    .concat('\r\n')

/** True when the name says that the import can read the file. */
export const isCatalogueFile = (fileName: string): boolean =>
  CATALOGUE_FILE_TYPES.some((type) => fileName.toLowerCase().endsWith(type))
