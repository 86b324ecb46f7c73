import { defineConfig } from 'tsdown'

/**
 * The folders of the source stay folders of the build, so that a module finds its worker, its schema file and the
 * package's root by `import.meta.url` in the same way in both. Workers are entries of their own: nothing imports them.
 */
export default defineConfig({
  entry: [
    'src/app/main.ts',
    'src/embedding/embedWorker.ts',
    'graph/embedded/worker.ts',
    'ingest/read/ocrProcess.ts',
    'ingest/read/readProcess.ts',
  ],
  root: '.',
  unbundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  fixedExtension: false,
  dts: false,
  clean: false,
  sourcemap: true,
})
