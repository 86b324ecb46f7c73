/** Turns Chinese text into vectors for semantic search. */
export interface Embedder extends AsyncDisposable {
  /** e.g. `Xenova/bge-small-zh-v1.5#q8`. */
  readonly modelId: string
  /** Of the weights; part of the index key. */
  readonly sha256: string
  readonly dimensions: number
  /** Pooling and text preparation with a version; part of the index key. */
  readonly preparation: string
  /**
   * The vectors of the texts, in order, each L2-normalised, each independent of its neighbours in the call.
   * @throws ZhengmaiError MODEL_FAILED
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}
