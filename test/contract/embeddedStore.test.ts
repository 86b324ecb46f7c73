import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { describeGraphStore } from './graphStore.ts'

let dataDir = ''
let store: GraphStore | null = null

async function reopen(): Promise<GraphStore> {
  store = await openEmbeddedStore({ dataDir, mode: 'write' })
  return store
}

describeGraphStore('embedded', {
  open() {
    dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-store-'))
    return reopen()
  },
  async dispose() {
    await store?.close()
    rmSync(dataDir, { recursive: true, force: true })
  },
  reopen,
})
