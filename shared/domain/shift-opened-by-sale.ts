import { ZERO_RUPIAH } from './money.ts'
import type { UnnumberedSale } from './sale.ts'
import type { Shift } from './shift.ts'

/**
 * The shift that a sale opens when none is open: every sale belongs to one, and nobody has counted its opening cash. `id` is a
 * fresh UUID, or the one that a sale of the journal names.
 */
export const shiftOpenedBySale = (
  sale: Pick<UnnumberedSale, 'register' | 'cashier' | 'paidAtMs' | 'utcOffsetMinutes'>,
  id: string,
): Shift => ({
  id,
  register: sale.register,
  openedAtMs: sale.paidAtMs,
  openedBy: sale.cashier,
  utcOffsetMinutes: sale.utcOffsetMinutes,
  isOpenedBySale: true,
  openingCount: [],
  openingCash: ZERO_RUPIAH,
  closing: null,
})
