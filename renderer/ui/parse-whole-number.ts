/** The whole number a person typed, with or without dots between thousands ("Rp 12.500" too); null when it is none. Never negative. */
export const parseWholeNumber = (text: string): number | null => {
  const digits = text.replace(/^\s*rp/i, '').replace(/[\s.]/g, '')
  if (!/^\d{1,12}$/.test(digits)) return null
  return Number(digits)
}
