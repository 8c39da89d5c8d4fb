import type { Migration } from './migration.ts'
import { version1 } from './version-1.ts'
import { version2 } from './version-2.ts'
import { version3 } from './version-3.ts'

/** Every version of the schema, oldest first. A released one is never changed; a change is a new one with a test that opens the old. */
export const allMigrations: readonly Migration[] = [version1, version2, version3]
