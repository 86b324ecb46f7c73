/** Brackets, quotes and punctuation that differ between prints of the same words. */
const NOISE = /[\s\p{P}\p{S}]/gu

/**
 * The key by which two prints of a title or a 发文字号 count as the same: compatibility forms folded (NFKC), lower case,
 * no white space, no punctuation, no symbols. `济政办字[2024] ２３号` and `济政办字〔2024〕23号` have one key.
 */
export function foldKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NOISE, '')
}
