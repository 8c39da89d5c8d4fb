/** Where the engine writes what it does. Texts carry sale numbers, never secrets or buyers' data. */
export type SyncLog = {
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
  readonly error: (message: string) => void
}
