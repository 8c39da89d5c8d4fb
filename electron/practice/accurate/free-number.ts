/** The number that Accurate gives a document which brings none, `SI.2026.11.00001`: the first that nobody has. */
export const freeNumber = (prefix: string, transDate: string, taken: ReadonlyMap<string, unknown>): string => {
  const [, month = '', year = ''] = transDate.split('/')
  for (let sequence = taken.size + 1; ; sequence += 1) {
    const number = `${prefix}.${year}.${month}.${String(sequence).padStart(5, '0')}`
    if (!taken.has(number)) return number
  }
}
