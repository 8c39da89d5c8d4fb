import { join } from 'node:path'
import type { PrinterSettings } from '../../shared/domain/printer.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { exportFailure } from '../reports/export-sales.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'

/** Asks where to save (`askPath` answers null when the user cancelled) and writes all printers there as JSON. */
export const savePrinterSettings = async (
  deps: { readonly folder: string; readonly askPath: (proposedPath: string) => Promise<string | null> },
  settings: PrinterSettings,
): Promise<Result<{ path: string | null }, ActionableError>> => {
  try {
    const path = await deps.askPath(join(deps.folder, 'konter-printer.json'))
    if (path !== null) await writeFileAtomically(path, `${JSON.stringify(settings, null, 2)}\n`)
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
