import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorkerPlugin } from './src/offline/serviceWorkerPlugin.ts'

const server = `http://127.0.0.1:${process.env.DEV_SERVER_PORT ?? '3001'}`

export default defineConfig({
  plugins: [react(), serviceWorkerPlugin()],
  // Its files are imported by address, which the optimiser of the dev server cannot follow.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  // Nothing becomes a data: address: the content security policy lets the page fetch from its own host only.
  build: { outDir: 'dist', chunkSizeWarningLimit: 3_000, assetsInlineLimit: 0 },
  server: {
    port: 3000,
    proxy: {
      '/api': server,
      '/healthz': server,
      '/sync': { target: server, ws: true },
    },
  },
})
