/** Where printing says what happened; never buyers' data. */
export type PrintLog = (level: 'info' | 'warn' | 'error', message: string) => void
