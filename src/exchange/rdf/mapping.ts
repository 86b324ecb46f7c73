import type {
  AboutEdge,
  AgencyNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  GraphNode,
  PlaceNode,
  ProductTypeNode,
  ResponsibilityEdge,
  SectionNode,
  TargetNode,
} from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import type { Relation } from '../../domain/vocabulary.ts'
import { pageUrl } from '../../service/urls.ts'
import type { DocumentFacts } from '../documentFacts.ts'

/** A JSON-LD node object in the terms of `CONTEXT`; keys without a value are left out. */
export type NodeObject = Readonly<Record<string, unknown>>

/** ELI's properties for our relations; `eli:implements` is deprecated there, `applies` is what it names instead. */
const ELI_RELATIONS: Readonly<Record<Relation, string>> = {
  IMPLEMENTS: 'eli:applies',
  BASED_ON: 'eli:based_on',
  CITES: 'eli:cites',
  SUPERSEDES: 'eli:repeals',
}

/** Makes node objects; every address begins with the one of this service, so that what it names can be opened. */
export class RdfMapping {
  readonly #baseUrl: string

  /** @param baseUrl without a slash at its end */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl
  }

  iri(id: string): string {
    return pageUrl(this.#baseUrl, id)
  }

  /** The document, its sections, clauses and targets, and its links to documents before it; what they name outside it is not among them. */
  document(facts: DocumentFacts): NodeObject[] {
    const { document, sections, clauses, citations, targets } = facts
    const byClause = groupFacts(facts)
    return [
      this.#legalResource(
        document,
        citations.filter(({ clauseId }) => clauseId === null),
      ),
      ...sections.map((section) => this.#section(section)),
      ...clauses.map((clause) => this.#clause(clause, byClause)),
      ...targets.map((target) => this.#target(target)),
      ...this.#links(facts),
    ]
  }

  /** A node that documents share, or a document that is only cited; null for the kinds that stand within documents. */
  shared(node: GraphNode): NodeObject | null {
    if (node.kind === 'AGENCY') return this.#agency(node)
    if (node.kind === 'JURISDICTION') return this.#place(node)
    if (node.kind === 'PRODUCT_TYPE') return this.#productType(node)
    return node.kind === 'DOCUMENT' ? this.#legalResource(node, []) : null
  }

  #legalResource(document: DocumentNode, citations: readonly CitationEdge[]): NodeObject {
    const { id, title, number, documentKind, carriedTitle, issuedOn, source } = document
    return compact({
      '@id': this.iri(id),
      '@type': ['eli:LegalResource', 'schema:Legislation'],
      'eli:title': title,
      'schema:name': carriedTitle ?? title,
      'eli:id_local': id,
      'eli:number': number,
      'schema:legislationIdentifier': number,
      'eli:type_document':
        documentKind === null ? null : `urn:x-zhengmai:kind:${encodeURIComponent(documentKind)}`,
      'schema:legislationType': documentKind,
      'eli:passed_by': this.#iris(document.issuerIds),
      'eli:jurisdiction': document.placeId === null ? null : this.iri(document.placeId),
      'eli:date_document': issuedOn,
      'schema:legislationDate': issuedOn,
      'eli:date_publication': document.publishedOn,
      'eli:first_date_entry_in_force': document.effectiveFrom,
      'eli:date_no_longer_in_force': document.effectiveUntil,
      'zm:printedOn': document.printedOn,
      'zm:level': document.level,
      'zm:legalForce': document.legalForce,
      'zm:recipient': document.recipients,
      'zm:copiedTo': document.copiedTo,
      'zm:ingested': document.ingested,
      'zm:sourceName': source?.name,
      'zm:sourceSha256': source?.sha256,
      ...this.#citations(citations),
    })
  }

  #section({ id, documentId, parentId, ordinal, label, title, span }: SectionNode): NodeObject {
    return compact({
      '@id': this.iri(id),
      '@type': 'eli:LegalResourceSubdivision',
      'eli:is_part_of': this.iri(parentId ?? documentId),
      'eli:title': title,
      'eli:id_local': id,
      'zm:label': label,
      'zm:ordinal': ordinal,
      ...place(span),
    })
  }

  #clause(clause: ClauseNode, facts: FactsByClause): NodeObject {
    const { id, documentId, sectionId, parentId, ordinal, label, title, text, span } = clause
    const duties = facts.responsibilities.get(id) ?? []
    const about = facts.about.get(id) ?? []
    const targets = facts.targets.get(id) ?? []
    return compact({
      '@id': this.iri(id),
      '@type': 'eli:LegalResourceSubdivision',
      'eli:is_part_of': this.iri(parentId ?? sectionId ?? documentId),
      'eli:id_local': id,
      'zm:label': label,
      'zm:ordinal': ordinal,
      'zm:heading': title,
      'schema:text': text,
      ...place(span),
      'eli:is_about': this.#iris(about.map(({ productTypeId }) => productTypeId)),
      'eli:responsibility_of_agent': this.#iris(duties.map(({ agencyId }) => agencyId)),
      'zm:responsibility': duties.map((duty) => this.#responsibility(duty)),
      'zm:target': this.#iris(targets.map((target) => target.id)),
      ...this.#citations(facts.citations.get(id) ?? []),
    })
  }

  /** ELI links clause and agency without a role; here it stands. */
  #responsibility(duty: ResponsibilityEdge): NodeObject {
    const { clauseId, agencyId, ordinal, role, printed, origin, confidence, span } = duty
    return {
      // an address, not a blank node: files of several documents can be put together
      '@id': `${this.iri(clauseId)}#responsibility-${ordinal}`,
      '@type': 'zm:Responsibility',
      'zm:agency': this.iri(agencyId),
      'zm:role': role,
      'zm:printed': printed,
      'zm:origin': origin,
      'zm:confidence': confidence,
      ...place(span),
    }
  }

  /** The plain ELI links, and beside them what is printed there. */
  #citations(citations: readonly CitationEdge[]): NodeObject {
    const links: Record<string, string[]> = {}
    for (const { relation, targetId } of citations) {
      const property = ELI_RELATIONS[relation]
      links[property] = [...new Set([...(links[property] ?? []), this.iri(targetId)])]
    }
    const printed = citations.map(({ id, targetId, relation, cue, locator, confidence, span }) =>
      compact({
        '@id': this.iri(id),
        '@type': 'zm:Citation',
        'zm:cited': this.iri(targetId),
        'zm:relation': relation,
        'zm:cue': cue,
        'zm:locator': locator,
        'zm:confidence': confidence,
        ...place(span),
      }),
    )
    return { ...links, 'zm:citation': printed }
  }

  #target(target: TargetNode): NodeObject {
    return compact({
      '@id': this.iri(target.id),
      '@type': 'zm:Target',
      'zm:kind': target.targetKind,
      'zm:bound': target.bound,
      'zm:metric': target.metric,
      'zm:value': target.value,
      'zm:valueMax': target.valueMax,
      'zm:unit': target.unit,
      'zm:amount': target.amount,
      'zm:amountUnit': target.amountUnit,
      'zm:baseline': target.baseline,
      'zm:condition': target.condition,
      'zm:deadline': target.deadline,
      'eli:is_about': this.#iris(target.productTypeIds),
      'zm:lead': this.#iris(target.leadIds),
      'zm:confidence': target.confidence,
      ...place(target.span),
    })
  }

  /** Each link once: with the document whose id comes second. */
  #links({ document, links }: DocumentFacts): NodeObject[] {
    const mine = links.filter(({ edge }) => edge.documentIds[1] === document.id)
    return mine.map(({ edge, reviewed }) => ({
      '@id': this.iri(edge.id),
      '@type': 'zm:Correspondence',
      'zm:first': this.iri(edge.clauseIds[0]),
      'zm:second': this.iri(edge.clauseIds[1]),
      'zm:degree': edge.degree,
      'zm:score': edge.score,
      'zm:basis': reviewed ? 'REVIEWED' : 'INFERRED',
      'zm:reason': edge.evidence.map(({ reason }) => reason),
    }))
  }

  #agency(agency: AgencyNode): NodeObject {
    return compact({
      '@id': this.iri(agency.id),
      '@type': 'schema:GovernmentOrganization',
      'schema:name': agency.name,
      'schema:legalName': agency.officialName,
      'schema:alternateName': agency.aliases,
      'schema:parentOrganization': agency.parentId === null ? null : this.iri(agency.parentId),
      'schema:areaServed': agency.placeId === null ? null : this.iri(agency.placeId),
      'zm:agencyKind': agency.agencyKind,
      'zm:function': agency.function,
    })
  }

  #place({ id, name, code, level, parentId }: PlaceNode): NodeObject {
    return compact({
      '@id': this.iri(id),
      '@type': 'schema:AdministrativeArea',
      'schema:name': name,
      // GB/T 2260
      'schema:identifier': code,
      'zm:level': level,
      'schema:containedInPlace': parentId === null ? null : this.iri(parentId),
    })
  }

  #productType({ id, name, aliases, broaderId }: ProductTypeNode): NodeObject {
    return compact({
      '@id': this.iri(id),
      '@type': 'skos:Concept',
      'skos:prefLabel': name,
      'skos:altLabel': aliases,
      'skos:broader': broaderId === null ? null : this.iri(broaderId),
    })
  }

  #iris(ids: readonly string[]): string[] {
    return [...new Set(ids)].map((id) => this.iri(id))
  }
}

interface FactsByClause {
  readonly responsibilities: ReadonlyMap<string, readonly ResponsibilityEdge[]>
  readonly about: ReadonlyMap<string, readonly AboutEdge[]>
  readonly targets: ReadonlyMap<string, readonly TargetNode[]>
  readonly citations: ReadonlyMap<string, readonly CitationEdge[]>
}

function groupFacts({ responsibilities, about, targets, citations }: DocumentFacts): FactsByClause {
  return {
    responsibilities: group(responsibilities),
    about: group(about),
    targets: group(targets),
    citations: group(citations),
  }
}

function group<T extends { readonly clauseId: string | null }>(facts: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const fact of facts) {
    if (fact.clauseId === null) continue
    const known = groups.get(fact.clauseId)
    if (known === undefined) groups.set(fact.clauseId, [fact])
    else known.push(fact)
  }
  return groups
}

/** Offsets into the document's normalised text, in UTF-16 code units. */
function place({ start, end }: TextRange): NodeObject {
  return { 'zm:start': start, 'zm:end': end }
}

function compact(node: Readonly<Record<string, unknown>>): NodeObject {
  const said = Object.entries(node).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}
