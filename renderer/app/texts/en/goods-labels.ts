import type { goodsLabels as indonesian } from '../id/goods-labels.ts'
import type { TextsLike } from '../texts-like.ts'

/** Texts for printing product labels and shelf tags, English. */
export const goodsLabels: TextsLike<typeof indonesian> & { readonly print_one: string; readonly queued_one: string } = {
  open: 'Print product labels',
  openFor: 'Print labels of {{name}}',
  title: 'Print product labels',
  close: 'Close',
  search: 'Find an item for a label',
  searchHint: 'Name, SKU, or scan a barcode',
  wanted: 'Items whose labels are printed',
  item: 'Item',
  copies: 'Labels',
  copiesOf: 'Labels of {{name}}',
  fewer: 'Fewer labels of {{name}}',
  more: 'More labels of {{name}}',
  remove: 'Take {{name}} off the list',
  empty: 'Find or scan the items that need labels.',
  kind: 'Kind of label',
  kindName: { 'product-label': 'Product label', 'shelf-tag': 'Shelf tag' },
  printer: 'Printer',
  noPrinter: 'There is no printer for it yet. Add one on the printing screen.',
  preview: 'Preview of the label of {{name}}',
  print_zero: 'Print labels',
  print_one: 'Print {{shown}} label',
  print: 'Print {{shown}} labels',
  queued_one: '{{shown}} label is in the print queue.',
  queued: '{{shown}} labels are in the print queue.',
  notQueued: 'The labels did not get into the queue. Try again.',
  unknown: 'No item for “{{code}}”.',
  many: 'You are about to print {{shown}} labels. Press once more if that is right.',
}
