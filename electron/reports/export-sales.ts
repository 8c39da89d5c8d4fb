import { join } from 'node:path'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import { writeFileAtomically } from '../write-file-atomically.ts'

/** What the cashier is told when a file could not be written. */
export const exportFailure = (error: unknown): ActionableError => ({
  code: 'export-failed',
  message: {
    id: 'Berkas tidak dapat ditulis. Periksa ruang dan izin diska, lalu coba lagi.',
    en: 'The file could not be written. Check the space and permissions of the disk, then try again.',
  },
  detail: error instanceof Error ? error.message : String(error),
})

/** Writes the sales as JSON and as a workbook into `folder`; answers the path of the workbook. `stamp` names both files. */
export const exportSales = async (
  folder: string,
  stamp: string,
  sales: readonly Sale[],
): Promise<Result<{ path: string }, ActionableError>> => {
  try {
    const { dayWorkbook } = await import('./day-workbook.ts')
    const path = join(folder, `konter-belum-terkirim-${stamp}.xlsx`)
    await writeFileAtomically(
      join(folder, `konter-belum-terkirim-${stamp}.json`),
      JSON.stringify({ format: 'konter-sales', version: 1, sales }, null, 2),
    )
    await writeFileAtomically(path, await dayWorkbook({ sales, voidings: [], confirmations: [] }))
    return success({ path })
  } catch (error) {
    return failure(exportFailure(error))
  }
}
