import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { KindsReporter } from './tests/helpers/kindsReporter.ts'
import { LongestFirst } from './tests/helpers/longestFirst.ts'

const pureKinds = 'domain,document,templates,offline'
const unitKinds = 'canvas,shapes,conformance,panels,pages,rooms,device'

/** These replace a module, which works only where no file before has read it. */
const MOCKED = 'tests/**/*.mocked.test.{ts,tsx}'

export default defineConfig({
  plugins: [react()],
  test: {
    reporters: ['default', new KindsReporter()],
    // Most tests wait, for a disk, a socket or a browser: more at once than there are cores.
    maxWorkers: 3,
    // A fact is waited for as long as a busy machine may need.
    expect: { poll: { timeout: 15_000 } },
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [`tests/{${pureKinds}}/**/*.test.ts`],
          exclude: [MOCKED],
          environment: 'node',
          testTimeout: 120_000,
          isolate: false,
          setupFiles: ['tests/helpers/leaveNothing.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`tests/{${unitKinds}}/**/*.test.{ts,tsx}`],
          exclude: [MOCKED],
          environment: 'jsdom',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // tldraw and React are read once for each worker: for each file that took most of the time.
          isolate: false,
          setupFiles: ['tests/helpers/browserStubs.ts', 'tests/helpers/leaveNothing.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['tests/sync/**/*.test.{ts,tsx}', MOCKED],
          environment: 'jsdom',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: ['tests/helpers/browserStubs.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/{server,cli}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: ['tests/e2e/globalSetup.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 600_000,
          // After the others: two browsers at a time are what a small machine carries.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
})
