import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const graphql = fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url))

export default defineConfig({
  // graphql 16 has no `exports`: Vite would take its ES modules, Node takes CommonJS for the libraries that import it, and
  // graphql refuses two copies of itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['{src,graph,ingest,test,bench,scripts,web}/**/*.test.ts'],
    globalSetup: ['test/support/buildOnce.ts'],
    pool: 'forks',
    testTimeout: 30_000,
  },
})
