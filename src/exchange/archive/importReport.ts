export interface ImportedDocument {
  readonly id: string
  readonly title: string
  /** `skipped`: the same file was there already. */
  readonly outcome: 'created' | 'replaced' | 'skipped'
}

/** `other-model`: left out, since the store's vectors come from another model or preparation and never mix. */
export type VectorsOutcome = 'imported' | 'none' | 'other-model'

export interface ImportReport {
  readonly documents: readonly ImportedDocument[]
  readonly vectors: VectorsOutcome
  readonly links: number
  readonly reviews: number
  /** True where it was broken off: what is written is whole, and importing again goes on from there. */
  readonly aborted: boolean
}
