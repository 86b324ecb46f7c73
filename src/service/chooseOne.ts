import { ZhengmaiError } from '../errors/error.ts'

/** One of several things that a name may mean, as the error AMBIGUOUS lists it. */
export interface Candidate {
  readonly id: string
  readonly name: string
}

/** No list of candidates in an error is longer. */
const MAX_CANDIDATES = 20
/** No id and no name of the domain comes near this length (UTF-16 units). */
const MAX_NAME_LENGTH = 400
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/

/**
 * The only match; null where there is none.
 * @throws ZhengmaiError AMBIGUOUS with `details.candidates`
 */
export function chooseOne<T>(
  asked: string,
  matches: readonly T[],
  describe: (match: T) => Candidate & Readonly<Record<string, unknown>>,
): T | null {
  const only = matches[0]
  if (only === undefined) return null
  if (matches.length === 1) return only
  const candidates = matches.slice(0, MAX_CANDIDATES).map(describe)
  const names = candidates.map(({ id, name }) => `${name}（${id}）`).join('、')
  throw new ZhengmaiError('AMBIGUOUS', `“${asked}”对应 ${matches.length} 项，请用 id 指明：${names}`, {
    details: { candidates },
  })
}

/**
 * The trimmed text of an id or name from outside.
 * @throws ZhengmaiError BAD_INPUT where it is empty, absurdly long or holds control characters
 */
export function readName(argument: string, value: string): string {
  const name = value.trim()
  if (name === '' || name.length > MAX_NAME_LENGTH || CONTROL.test(name)) {
    throw new ZhengmaiError('BAD_INPUT', `${argument} 应为 1 到 ${MAX_NAME_LENGTH} 个字符的 id 或名称`)
  }
  return name
}

/**
 * Which of two arguments was given.
 * @throws ZhengmaiError BAD_INPUT unless exactly one was
 */
export function exactlyOne<A extends string, B extends string>(
  a: readonly [A, string | null | undefined],
  b: readonly [B, string | null | undefined],
): { readonly by: A | B; readonly value: string } {
  const given = [a, b].filter(([, value]) => value !== null && value !== undefined)
  const only = given[0]
  if (given.length !== 1 || only === undefined) {
    throw new ZhengmaiError('BAD_INPUT', `请给出 ${a[0]} 或 ${b[0]}，两者取一`)
  }
  return { by: only[0], value: readName(only[0], only[1] as string) }
}
