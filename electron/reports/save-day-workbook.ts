import { join } from 'node:path'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'
import type { DaySales } from './day-sales.ts'
import { exportFailure } from './export-sales.ts'

const fileNameFor = (dayLabel: string): string => `konter-${dayLabel.replace(/[^\w-]+/g, '-')}.xlsx`

/** Asks where to save (`askPath` answers null when the user cancelled) and writes the day's workbook there. */
export const saveDayWorkbook = async (
  deps: { readonly folder: string; readonly askPath: (proposedPath: string) => Promise<string | null> },
  dayLabel: string,
  day: DaySales,
): Promise<Result<{ path: string | null }, ActionableError>> => {
  try {
    const path = await deps.askPath(join(deps.folder, fileNameFor(dayLabel)))
    if (path === null) return success({ path: null })
    const { dayWorkbook } = await import('./day-workbook.ts')
    await writeFileAtomically(path, await dayWorkbook(day))
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
