import { parseQris } from '../../../shared/domain/qris-payload.ts'

/** Whether a text is a static QRIS code that an amount can be put into. */
export const isQrisCode = (payload: string): boolean => parseQris(payload).ok
