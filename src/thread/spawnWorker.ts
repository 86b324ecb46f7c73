import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a worker thread from a module beside the caller, whether the project runs as TypeScript or as a bundle.
 * @param module without its extension, e.g. `./embedWorker`: the bundle gives it the caller's
 * @param base `import.meta.url` of the caller
 */
export function spawnWorker(module: string, base: string, options: WorkerOptions = {}): Worker {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(base).pathname)?.[0] ?? '.js'
  const url = new URL(module + extension, base)
  const strips = (process.features as { typescript?: unknown }).typescript
  if (!extension.endsWith('ts') || strips) return new Worker(url, options)
  // before Node 22.18 a thread does not strip types, and does not inherit the loader that strips them
  const start = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(url.href)}) })`
  return new Worker(start, { ...options, eval: true })
}
