import type { Sale } from '../../shared/domain/sale.ts'
import type { TenderConfirmation, Voiding } from '../../shared/ipc/contract.ts'

/** A day's sales, which of them were called off, and which payments were seen to arrive after their sale. */
export type DaySales = {
  readonly sales: readonly Sale[]
  readonly voidings: readonly Voiding[]
  readonly confirmations: readonly TenderConfirmation[]
}
