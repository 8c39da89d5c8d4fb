import type { courierPdf as indonesian } from '../id/courier-pdf.ts'
import type { TextsLike } from '../texts-like.ts'

/** Texts for printing a courier's PDF, English. */
export const courierPdf: TextsLike<typeof indonesian> & { readonly print_one: string; readonly queued_one: string } = {
  open: 'Print courier PDF',
  title: 'Print courier PDF',
  close: 'Close',
  choose: 'Choose PDF',
  file: 'PDF file',
  hint: 'Drag the PDF of a courier’s label here, or choose it from the computer.',
  dropNow: 'Drop to open the PDF',
  reading: 'Opening the PDF…',
  pages: 'Pages',
  page: 'Page {{number}}',
  printer: 'Printer',
  noPrinter: 'There is no printer for it yet. Add one on the printing screen.',
  turn: 'Turn',
  turnName: { '0': 'Not turned', '90': 'Right by 90°', '180': 'Upside down', '270': 'Left by 90°' },
  fits: 'Size',
  fitsName: { content: 'Contents only', page: 'Whole page' },
  print_zero: 'Print',
  print_one: 'Print {{count}} page',
  print: 'Print {{count}} pages',
  queued_one: '{{count}} page is in the print queue.',
  queued: '{{count}} pages are in the print queue.',
  notQueued: 'The pages did not get into the queue. Try again.',
  unreadable: 'This PDF cannot be read. Download it again, then choose it again.',
  onlyFirst: 'Only {{shown}} of {{all}} pages are shown. Split the file to print the rest.',
}
