import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer,build}/**/*.test.{ts,tsx}',
      'tests/*.test.ts',
      'tests/{chaos,paper}/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 20_000,
    // On two cores the default is one worker, which leaves one core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
