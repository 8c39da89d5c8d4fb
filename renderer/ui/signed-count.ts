import { formatThousands } from '../../shared/domain/money.ts'

/** A whole number with dots between thousands and, below zero, a true minus sign: -1200 -> `−1.200`. */
export const signedCount = (value: number): string =>
  value < 0 ? `−${formatThousands(-value)}` : formatThousands(value)
