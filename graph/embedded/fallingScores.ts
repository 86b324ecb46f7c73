/** Buckets of scores between −1 and 1: fine enough that a part is hardly larger than asked. */
const BUCKETS = 8_192

function bucketOf(score: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.floor(((1 - score) / 2) * BUCKETS)))
}

/** Hands out items by falling score in parts, without sorting them: that would take longer than to score them. */
export class FallingScores {
  readonly #scores: Float32Array
  /** Items in each bucket, the best bucket first. */
  readonly #sizes = new Int32Array(BUCKETS)
  /** Number of items that have a score. */
  readonly count: number
  #bucket = 0

  /** @param scores of each item by its number, about −1 to 1; −Infinity for none */
  constructor(scores: Float32Array) {
    this.#scores = scores
    let count = 0
    for (let item = 0; item < scores.length; item++) {
      if (scores[item] === -Infinity) continue
      this.#sizes[bucketOf(scores[item]!)]! += 1
      count += 1
    }
    this.count = count
  }

  /** The next items, in the order of their numbers: as many as asked or somewhat more, whole buckets. */
  next(asked: number): readonly number[] {
    const first = this.#bucket
    for (let taken = 0; taken < asked && this.#bucket < BUCKETS; this.#bucket += 1)
      taken += this.#sizes[this.#bucket]!
    const items: number[] = []
    for (let item = 0; item < this.#scores.length; item++) {
      const score = this.#scores[item]!
      if (score === -Infinity) continue
      const bucket = bucketOf(score)
      if (bucket >= first && bucket < this.#bucket) items.push(item)
    }
    return items
  }
}
