import { isDocumentId } from '../domain/ids.ts'
import type { DocumentNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { foldKey } from '../text/fold.ts'
import { chooseOne, exactlyOne, readName } from './chooseOne.ts'
import type { Scope } from './scope.ts'

/** A folded 发文字号, also with 第 before its serial and zeros before that: 鲁政办字2025第0177号. */
const FOLDED_NUMBER = /^(.*?\p{L})(\d{4})第?0*(\d+)号?$/u

/** Documents, ingested or not, that bear this number in any bracket or width variant, of whatever place. */
export async function documentsNumbered(scope: Scope, text: string): Promise<readonly DocumentNode[]> {
  const number = readName('number', text)
  const folded = foldKey(number)
  if (!/\d/.test(folded)) {
    throw new ZhengmaiError('BAD_INPUT', `“${number}”不是发文字号，应如 鲁政办字〔2025〕177号`)
  }
  const [, code, year, serial] = FOLDED_NUMBER.exec(folded) ?? []
  const key = code === undefined ? folded : `${code}${year}${serial}号`
  return scope.store.documentsByKey({ numbers: [key] })
}

/**
 * The document of an id or of a number; null where there is none.
 * @throws ZhengmaiError BAD_INPUT unless exactly one is given; AMBIGUOUS where several documents bear the number
 */
export async function findDocument(
  scope: Scope,
  args: { readonly id?: string | null; readonly number?: string | null },
): Promise<DocumentNode | null> {
  const { by, value } = exactlyOne(['id', args.id], ['number', args.number])
  if (by === 'id') return scope.read.find('DOCUMENT', value)
  const matches = await documentsNumbered(scope, value)
  const { gazetteer } = await scope.names.current()
  return chooseOne(value, matches, ({ id, title, number, placeId, ingested }) => ({
    id,
    name: title,
    number,
    place: placeId === null ? null : (gazetteer.byId(placeId)?.name ?? null),
    ingested,
  }))
}

/** The same by whatever a user writes: an id or a number. */
export function findDocumentNamed(scope: Scope, name: string): Promise<DocumentNode | null> {
  return findDocument(scope, isDocumentId(name) ? { id: name } : { number: name })
}

/**
 * The id that a filter's document goes by today, as a list for the store; undefined where none is given, empty where unknown.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function findDocumentIds(
  scope: Scope,
  id: string | null | undefined,
  argument = 'document',
): Promise<readonly string[] | undefined> {
  if (id == null) return undefined
  const found = await scope.read.find('DOCUMENT', readName(argument, id))
  return found === null ? [] : [found.id]
}
