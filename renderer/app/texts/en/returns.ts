import type { returns as indonesian } from '../id/returns.ts'
import type { TextsLike } from '../texts-like.ts'

/** Texts of returns and exchanges, English. */
export const returns: TextsLike<typeof indonesian> = {
  title: 'Return',
  voided: 'Voided',
  find: {
    title: 'Which sale does it come back from?',
    search: 'Find the sale',
    hint: 'Scan the barcode on the receipt, or type the number, an item, SKU or recipient.',
    list: 'Matching sales',
    none: 'No sale matches',
    noneHint: 'Goods can only come back from a sale made at this till.',
    take: 'Return',
    choose: 'Return {{number}}',
  },
  from: 'Return from {{number}}',
  lines: 'Items of this sale',
  quantity: 'Comes back',
  received: 'Received',
  restocked: 'Restocked',
  reason: 'Reason',
  alreadyBack: '{{quantity}} came back before, {{left}} left',
  everything: 'Return everything',
  goesBack: 'Value that comes back',
  refund: 'Give money back',
  exchange: 'Exchange',
  approve: 'Take back from {{number}}',
  nothingLeft: 'Nothing is left to return',
  nothingLeftHint: 'Everything of this sale has come back, or the sale was voided.',
}
