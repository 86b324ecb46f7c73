import { type DocumentNumber, numberedDocumentId, titledDocumentId } from '../../src/domain/ids.ts'
import type { DocumentNode, PlaceNode } from '../../src/domain/nodes.ts'
import type { Notice } from '../../src/domain/notice.ts'
import type { Span } from '../../src/domain/span.ts'
import { stubDocument } from '../../src/domain/stub.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { foldKey } from '../../src/text/fold.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import { carriedTitleOf, isContainedTitle, isSameTitle, titleKeys } from '../../src/text/titleKeys.ts'
import { type CitedPlace, placeOfCited } from './citedPlace.ts'
import { legalForceOf } from './legalForce.ts'
import type { Citing } from './numberIssuers.ts'

/** A citation as printed. */
export interface PrintedCitation {
  readonly title: string | null
  /** Canonical: 鲁政办字〔2024〕6号. */
  readonly number: string | null
  /** The issuer named beside it: 省政府办公厅. */
  readonly issuerHint: string | null
  readonly span: Span | null
}

export interface LinkedCitation {
  /** Id of the cited document. */
  readonly targetId: string
  /** The cited document: as the store holds it, or a stub; the same node for every citation of one document. */
  readonly document: DocumentNode
  readonly notices: readonly Notice[]
}

/** What linking needs of a store. */
export interface DocumentLookup {
  documentsByKey(keys: {
    readonly numbers?: readonly string[]
    readonly titles?: readonly string[]
  }): Promise<readonly DocumentNode[]>
}

interface Resolved {
  readonly printed: PrintedCitation
  readonly number: DocumentNumber | null
  readonly cited: CitedPlace
}

const NUMBER = /^(.+?)〔(\d{4})〕(?:第)?(\d+)号$/u

/** A canonical 发文字号 taken apart; null for other forms (国务院令第739号). */
export function splitNumber(number: string): DocumentNumber | null {
  const match = NUMBER.exec(number)
  return match ? { agencyCode: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) } : null
}

/**
 * Links all citations of one document, in their order, with one look-up in the store. A citation of the same number
 * elsewhere in the document lends its place and its title.
 */
export async function linkCitations(
  citations: readonly PrintedCitation[],
  citing: Citing,
  store: DocumentLookup,
  gazetteer: Gazetteer,
): Promise<LinkedCitation[]> {
  const resolved = shareKnowledge(
    citations.map((printed) => {
      const number = printed.number === null ? null : splitNumber(printed.number)
      return { printed, number, cited: placeOfCited(printed, number, citing, gazetteer) }
    }),
  )
  const stored = await store.documentsByKey({
    numbers: unique(
      resolved.flatMap(({ printed }) => (printed.number === null ? [] : [foldKey(printed.number)])),
    ),
    titles: unique(
      resolved.flatMap(({ printed }) => (printed.title === null ? [] : titleKeys(printed.title))),
    ),
  })
  const nodes = new Map<string, DocumentNode>()
  return resolved.map((each) => {
    const matches = findMatches(each, stored, citing, gazetteer)
    const only = matches.length === 1 ? matches[0] : undefined
    const fresh = only ?? stubOf(each)
    const known = nodes.get(fresh.id) ?? stored.find((node) => node.id === fresh.id)
    const document = known ? withTitle(known, each) : fresh
    nodes.set(document.id, document)
    return {
      targetId: document.id,
      document,
      notices: matches.length > 1 ? [ambiguous(each.printed, matches)] : [],
    }
  })
}

/** A number printed twice, once with its title or issuer: the bare one means the same document. */
function shareKnowledge(resolved: readonly Resolved[]): Resolved[] {
  const best = new Map<string, Resolved>()
  for (const each of resolved) {
    if (each.printed.number === null) continue
    const key = foldKey(each.printed.number)
    const known = best.get(key)
    if (!known || (each.cited.sure && !known.cited.sure)) best.set(key, each)
  }
  return resolved.map((each) => {
    const known = each.printed.number === null ? undefined : best.get(foldKey(each.printed.number))
    if (!known || each.cited.sure) return each
    const title = each.printed.title ?? known.printed.title
    const isSame =
      each.printed.title === null ||
      known.printed.title === null ||
      isSameTitle(each.printed.title, known.printed.title)
    return isSame ? { ...each, printed: { ...each.printed, title }, cited: known.cited } : each
  })
}

/** The stored documents that a citation can mean; several only where nothing tells them apart. */
function findMatches(
  { printed, cited }: Resolved,
  stored: readonly DocumentNode[],
  citing: Citing,
  gazetteer: Gazetteer,
): DocumentNode[] {
  const { title, number } = printed
  if (number !== null) {
    const key = foldKey(number)
    const same = stored.filter((node) => node.number !== null && foldKey(node.number) === key)
    // Where the place was only inferred, the title decides first.
    const byTitle = cited.sure || title === null ? [] : same.filter((node) => isOneTitle(node, title))
    if (byTitle.length === 1) return byTitle
    const here = same.filter((node) => node.placeId !== null && node.placeId === (cited.place?.id ?? null))
    if (here.length > 0) return narrow(here, title)
    if (byTitle.length > 0) return byTitle
    if (cited.place !== null) return []
    const above = same.filter((node) => isAbove(node.placeId, citing.place, gazetteer))
    // 济政发 is 济南's and 济宁's: one that happens to be stored is no proof.
    return above.length > 0 ? narrow(above, title) : same.length > 1 ? same : []
  }
  if (title === null) return []
  const keys = new Set(titleKeys(title))
  const same = stored.filter((node) => formsOf(node).some((form) => keys.has(form)))
  // Without an issuer a title means the citing place's own document or one from above, not another city's.
  const compatible = same.filter(
    ({ placeId }) =>
      isCompatible(placeId, cited.place) &&
      (cited.place !== null ||
        placeId === null ||
        citing.place === null ||
        isAbove(placeId, citing.place, gazetteer)),
  )
  const ingested = compatible.filter((node) => node.ingested)
  return ingested.length > 0 ? ingested : compatible
}

function narrow(nodes: readonly DocumentNode[], title: string | null): DocumentNode[] {
  const byTitle = title === null ? [] : nodes.filter((node) => isOneTitle(node, title))
  const chosen = byTitle.length > 0 ? byTitle : nodes
  const ingested = chosen.filter((node) => node.ingested)
  return [...(ingested.length > 0 ? ingested : chosen)]
}

function isOneTitle(node: DocumentNode, title: string): boolean {
  return isSameTitle(node.title, title) || isContainedTitle(node.title, title)
}

function formsOf(node: DocumentNode): string[] {
  return [...titleKeys(node.title), ...(node.carriedTitle === null ? [] : titleKeys(node.carriedTitle))]
}

function isAbove(id: string | null, place: PlaceNode | null, gazetteer: Gazetteer): boolean {
  return place !== null && [place, ...gazetteer.ancestors(place)].some((each) => each.id === id)
}

/** Whether a document of that place can be one whose place was read so; unknown agrees with all. */
function isCompatible(placeId: string | null, place: PlaceNode | null): boolean {
  return placeId === null || place === null || placeId === place.id
}

/** The node of a document that is known only from being cited. */
function stubOf({ printed, number, cited }: Resolved): DocumentNode {
  const title = printed.title ?? printed.number ?? ''
  const code = cited.place?.code ?? null
  const level = cited.place?.level ?? null
  const carriedTitle = carriedTitleOf(title)
  const key = printed.title === null ? foldKey(title) : foldKey(title.replace(/^中华人民共和国/u, ''))
  return stubDocument({
    id: number ? numberedDocumentId(code, number) : titledDocumentId(code, null, key),
    title,
    number: printed.number,
    documentKind: printed.title === null ? null : kindOfTitle(title),
    carriedTitle,
    carriedKind: carriedTitle === null ? null : kindOfTitle(carriedTitle),
    legalForce: printed.title === null ? null : legalForceOf(title, level, printed.number),
    level,
    placeId: cited.place?.id ?? null,
  })
}

function ambiguous(printed: PrintedCitation, matches: readonly DocumentNode[]): Notice {
  const name = printed.title === null ? printed.number : `《${printed.title}》`
  const ids = matches.map((node) => node.id).join('、')
  return {
    code: 'link/ambiguous-citation',
    severity: 'WARNING',
    message: `所引文件${name ?? ''}对应多份已入库文件，未作关联：${ids}`,
    span: printed.span,
  }
}

/** A stub that was known by its number alone takes the title that is printed now. */
function withTitle(known: DocumentNode, resolved: Resolved): DocumentNode {
  const bare = !known.ingested && known.title === known.number && resolved.printed.title !== null
  return bare ? { ...stubOf(resolved), id: known.id } : known
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
