/** The promise's value, or null when it took longer. The promise goes on; its rejection is the caller's only when it is in time. */
export const withinTime = async <Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value | null> => {
  const timer: { id?: NodeJS.Timeout } = {}
  const late = new Promise<null>((resolve) => {
    timer.id = setTimeout(() => resolve(null), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer.id)
  }
}
