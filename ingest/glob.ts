/** Whether a path argument is a pattern: `*`, `?` and `**` have a meaning, brackets and braces have none (they occur in file names). */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path)
}

/** The part of a pattern before its first segment with a wildcard (`docs/2024/` of `docs/2024/*.txt`), and the rest. */
export function splitGlob(pattern: string): { readonly folder: string; readonly rest: readonly string[] } {
  const segments = pattern.split('/')
  const wild = segments.findIndex(isGlob)
  const before = segments.slice(0, wild).join('/')
  return {
    folder: before === '' ? (pattern.startsWith('/') ? '/' : '.') : before,
    rest: segments.slice(wild),
  }
}

/** Whether a file name matches one segment: `*` any run of characters, `?` one; a leading dot only if written. */
export function matchesSegment(segment: string, name: string): boolean {
  if (name.startsWith('.') && !segment.startsWith('.')) return false
  return matchFrom([...segment], [...name])
}

/** Greedy with one point to go back to: linear in practice, no regular expression to blow up. */
function matchFrom(pattern: readonly string[], text: readonly string[]): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0]
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t]) && pattern[p] !== '*') {
      p++
      t++
    } else if (pattern[p] === '*') {
      star = p++
      mark = t
    } else if (star >= 0) {
      p = star + 1
      t = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
