import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page; built by scripts/build.mjs into the build of the service, which serves it at `/`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 300 },
  // for work on the page: the service runs beside it
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/v1', '/export', '/healthz', '/openapi.json', '/mcp'].map((path) => [
        path,
        'http://127.0.0.1:4000',
      ]),
    ),
  },
})
