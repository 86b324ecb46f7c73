import { type DocumentFeatures, type FeatureStore, readFeatures } from './features.ts'

/** A document of 40 clauses takes about 0.5 MB (160 vectors of 2 kB and its words): 64 of them 32 MB. */
const DOCUMENTS_KEPT = 64

/** Features of the documents read last: neighbours of one document are often neighbours of the next. */
export class FeatureCache {
  readonly #store: FeatureStore
  readonly #kept = new Map<string, DocumentFeatures>()

  constructor(store: FeatureStore) {
    this.#store = store
  }

  /** Documents without clauses are absent. */
  async read(documentIds: readonly string[]): Promise<readonly DocumentFeatures[]> {
    const missing = documentIds.filter((id) => !this.#kept.has(id))
    const fresh = missing.length === 0 ? new Map() : await readFeatures(this.#store, missing)
    const features = documentIds.flatMap((id): DocumentFeatures[] => {
      const found = this.#kept.get(id) ?? fresh.get(id)
      if (found === undefined) return []
      // the one used last stands last
      this.#kept.delete(id)
      this.#kept.set(id, found)
      return [found]
    })
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= DOCUMENTS_KEPT) break
      this.#kept.delete(id)
    }
    return features
  }
}
