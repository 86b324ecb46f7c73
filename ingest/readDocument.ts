import { ZhengmaiError } from '../src/errors/error.ts'
import { kindOfTitle } from '../src/text/documentKind.ts'
import { findAgencyShortForms } from './extract/agencyShortForms.ts'
import { extractFacts, type Facts } from './extract/extract.ts'
import type { Knowledge } from './knowledge.ts'
import type { AgencyContext } from './link/agencies.ts'
import type { ResolvedAgency } from './link/agencyNode.ts'
import { findHomeBody } from './link/homeBody.ts'
import { normalise } from './normalise/normalise.ts'
import { parseOutline } from './parse/parse.ts'
import { READ_OPTIONS, type ReadOptions } from './read/reader.ts'
import { type ReadFile, readSource } from './read/readSource.ts'
import type { InputFile, Outline, SourceText } from './values.ts'

/** A document read to the end, not stored: its text, its facts, and who each name in it stands for. */
export interface ReadDocument {
  readonly source: SourceText
  readonly facts: Facts
  /** By name as printed; issuers, parties to clauses and to ledger rows. */
  readonly agencies: ReadonlyMap<string, ResolvedAgency>
}

/**
 * Reads one file: bytes → text → normalised text → outline → facts → agencies.
 * @throws ZhengmaiError FILE_* where the file cannot be read, NOT_A_DOCUMENT where its text has no form of one
 */
export async function readDocument(
  file: InputFile,
  knowledge: Knowledge,
  options: ReadOptions = READ_OPTIONS,
  readFile: ReadFile = readSource,
): Promise<ReadDocument> {
  return readFacts(await readFile(file, options), knowledge)
}

/**
 * Reads the facts of a decoded file: text → normalised text → outline → facts → agencies. Pure.
 * @throws ZhengmaiError NOT_A_DOCUMENT where the text has no form of a document
 */
export function readFacts(source: SourceText, knowledge: Knowledge): ReadDocument {
  const outline = parseOutline(normalise(source))
  assertIsDocument(outline, source.name)
  const facts = extractFacts(outline, knowledge)
  return { source, facts, agencies: resolveAgencies(facts, knowledge) }
}

/**
 * An official document bears at least a title with a 文种 or numbered clauses, and one more mark of its form: a number,
 * recipients, a signature, a 题注, sections, or a duty. A novel with chapters or a recipe with steps has none.
 */
function assertIsDocument(outline: Outline, name: string): void {
  const marks = [
    outline.number !== null,
    outline.recipients !== null,
    outline.signedOn !== null && outline.signatories.length > 0,
    outline.imprint !== null,
    outline.metadata.length >= 2,
    outline.clauses.length >= 2,
    hasOfficialTitle(outline),
    outline.captions.length > 0,
  ].filter(Boolean).length
  if (marks >= 2 && outline.normal.text.length > 0) return
  throw new ZhengmaiError(
    'NOT_A_DOCUMENT',
    `看不出是公文：没有找到标题文种、发文字号、主送机关、成文日期、条款中的任何两项（${name}）`,
  )
}

function hasOfficialTitle({ title, normal }: Outline): boolean {
  return kindOfTitle(title.map((line) => normal.text.slice(line.start, line.end)).join('')) !== null
}

function resolveAgencies(facts: Facts, knowledge: Knowledge): Map<string, ResolvedAgency> {
  const { place } = facts.document
  const issuers = facts.document.issuers.map(({ value }) => value)
  const body = findHomeBody(facts.outline.normal.text, issuers, place, knowledge.agencies)
  const shortForms = findAgencyShortForms(facts.outline.normal.text)
  const context: AgencyContext = { place, body, shortForms }
  const resolved = new Map<string, ResolvedAgency>()
  const add = (printed: string, within: AgencyContext) => {
    if (!resolved.has(printed)) resolved.set(printed, knowledge.agencies.resolve(printed, within))
  }
  for (const issuer of issuers) add(issuer, { ...context, body: null })
  for (const clause of facts.clauses) {
    for (const duty of [...clause.duties, ...clause.runningDuties]) add(duty.printed, context)
  }
  for (const row of facts.ledger) for (const printed of [...row.lead, ...row.support]) add(printed, context)
  return resolved
}
