const SPACE = 0x20

/** How often a text of words with a space between them holds one. */
export function countWord(text: string, word: string): number {
  if (word === '') return 0
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length
    const whole =
      (at === 0 || text.charCodeAt(at - 1) === SPACE) &&
      (end === text.length || text.charCodeAt(end) === SPACE)
    if (whole) count += 1
  }
  return count
}
