import { type DocumentFeatures, type FeatureStore, readFeatures } from './features.ts'

/** A document of 40 clauses takes about 0.8 MB (160 vectors of 2 kB, packed once more, and its words): 64 of them 50 MB. */
const DOCUMENTS_KEPT = 64

/** Features of the documents read last: neighbours of one document are often neighbours of the next. */
export class FeatureCache {
  readonly #store: FeatureStore
  readonly #kept = new Map<string, { readonly version: string; readonly features: DocumentFeatures }>()

  constructor(store: FeatureStore) {
    this.#store = store
  }

  /** Changes when a document is read again; documents that are not there are absent. What is kept of older versions is dropped. */
  async versionsOf(documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const nodes = await this.#store.nodes(documentIds)
    const versions = new Map<string, string>()
    for (const id of documentIds) {
      const node = nodes.get(id)
      const source = node?.kind === 'DOCUMENT' && node.ingested ? node.source : undefined
      if (source !== undefined) versions.set(id, `${source?.sha256 ?? ''}@${source?.ingestedAt ?? ''}`)
      if (this.#kept.get(id)?.version !== versions.get(id)) this.#kept.delete(id)
    }
    return versions
  }

  /** Documents without clauses are absent. */
  async read(documentIds: readonly string[]): Promise<readonly DocumentFeatures[]> {
    const missing = documentIds.filter((id) => !this.#kept.has(id))
    if (missing.length > 0) {
      // first the version: what is read after it is as new or newer
      const versions = await this.versionsOf(missing)
      for (const [id, features] of await readFeatures(this.#store, missing))
        this.#kept.set(id, { version: versions.get(id) ?? '', features })
    }
    const features = documentIds.flatMap((id): DocumentFeatures[] => {
      const found = this.#kept.get(id)
      if (found === undefined) return []
      // the one used last stands last
      this.#kept.delete(id)
      this.#kept.set(id, found)
      return [found.features]
    })
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= DOCUMENTS_KEPT) break
      this.#kept.delete(id)
    }
    return features
  }
}
