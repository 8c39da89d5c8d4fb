import { defineConfig } from '@playwright/test'
import { testRuntime } from '../fixtures/till-process.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list']],
  use: { trace: 'off', actionTimeout: 15_000 },
  // The name of the runtime stands in front of every result.
  projects: [{ name: testRuntime() }],
})
