import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../shared/domain/result.ts'
import type { ActionableError, ImportedTable } from '../../shared/ipc/contract.ts'
import { readCatalogueFile } from './read-catalogue-file.ts'

/** Where the catalogue of practice mode stands in the app. */
export const practiceCataloguePath = (appFolder: string): string =>
  join(appFolder, 'assets', 'practice', 'catalogue.csv')

/** The catalogue that practice mode comes with, as an imported table. Rejects when the app was built without it. */
export const readPracticeCatalogue = async (path: string): Promise<Result<ImportedTable, ActionableError>> =>
  readCatalogueFile('catalogue.csv', await readFile(path))
