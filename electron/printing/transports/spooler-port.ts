/** A call of the Windows spooler: its value, or the code of Windows' error. */
export type SpoolerAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: number }

/** A printer as `GetPrinterW` level 2 describes it. */
export type SpoolerPrinterState = { readonly attributes: number; readonly status: number }

/** A waiting or running job as `EnumJobsW` level 1 describes it. */
export type SpoolerJob = { readonly jobId: number; readonly status: number; readonly statusText: string }

/** An open printer of the spooler; `Handle` is whatever the library uses. */
export type SpoolerPort<Handle> = {
  readonly openPrinter: (name: string) => Promise<SpoolerAnswer<Handle>>
  /** Begins a RAW document; gives its job's number. */
  readonly startDocument: (handle: Handle, title: string) => Promise<SpoolerAnswer<number>>
  readonly startPage: (handle: Handle) => Promise<SpoolerAnswer<true>>
  /** How many bytes were taken; a write that failed may have taken some first. */
  readonly write: (
    handle: Handle,
    bytes: Uint8Array,
  ) => Promise<
    | { readonly ok: true; readonly value: number }
    | { readonly ok: false; readonly code: number; readonly taken: number }
  >
  readonly endPage: (handle: Handle) => Promise<SpoolerAnswer<true>>
  readonly endDocument: (handle: Handle) => Promise<SpoolerAnswer<true>>
  /** Drops the document. */
  readonly abort: (handle: Handle) => Promise<SpoolerAnswer<true>>
  readonly close: (handle: Handle) => Promise<SpoolerAnswer<true>>
  readonly state: (handle: Handle) => Promise<SpoolerAnswer<SpoolerPrinterState>>
  readonly jobs: (handle: Handle) => Promise<SpoolerAnswer<readonly SpoolerJob[]>>
  /** The names of this computer's printers. */
  readonly printerNames: () => Promise<SpoolerAnswer<readonly string[]>>
}
