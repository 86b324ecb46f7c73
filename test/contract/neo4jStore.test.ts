import { vi } from 'vitest'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { describeWithNeo4j, findNeo4j } from '../support/neo4j.ts'
import { describeGraphStore } from './graphStore.ts'

// a server that has just started compiles each kind of query once, which takes it seconds on a busy machine
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

describeWithNeo4j('neo4j', await findNeo4j(), (database) => {
  let store: GraphStore | null = null

  async function reopen(): Promise<GraphStore> {
    store = await openNeo4jStore(database())
    return store
  }

  describeGraphStore('neo4j', {
    async open() {
      // one database serves all tests: making a new one takes seconds, emptying it milliseconds
      await database().empty()
      return reopen()
    },
    async dispose() {
      await store?.close()
    },
    reopen,
  })
})
