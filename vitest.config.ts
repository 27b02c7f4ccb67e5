import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const unit = {
  include: [
    'tests/{domain,document,sync,canvas,shapes,templates,conformance,panels,pages}/**/*.test.{ts,tsx}',
  ],
  environment: 'jsdom',
  setupFiles: ['tests/helpers/browserStubs.ts'],
}

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', ...unit } },
      {
        extends: true,
        test: { name: 'server', include: ['tests/server/**/*.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
