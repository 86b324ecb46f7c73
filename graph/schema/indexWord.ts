/**
 * Words that the `unicode61` tokenizer keeps whole: unaccented letters and digits of ASCII, and the Han blocks that
 * Unicode 6.1 knows (https://sqlite.org/fts5.html#unicode61_tokenizer).
 */
const PLAIN_WORD = /^[a-z0-9\u3400-\u4db5\u4e00-\u9fcc]+$/

/** Starts the spelling of all other words; a plain word that starts so is spelt out too, so that no two share one. */
const SPELT = 'zx'

/**
 * The form in which the index holds a token: one word to its tokenizer whatever the token is made of, so that `2.5`
 * is not cut and neither quotes nor operators can reach a query.
 */
export function indexWord(token: string): string {
  const word = token.toLowerCase()
  if (PLAIN_WORD.test(word) && !word.startsWith(SPELT)) return word
  return SPELT + Buffer.from(word, 'utf8').toString('hex')
}
