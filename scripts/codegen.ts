/**
 * Writes src/api/graphql/generated.ts (types of the resolvers, and the SDL itself), schema.graphql (the served schema, printed)
 * and web/src/gql/introspection.d.ts (what the page's queries are typed by).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as resolvers from '@graphql-codegen/typescript-resolvers'
import { buildSchema, introspectionFromSchema, parse, printSchema } from 'graphql'

const GRAPHQL = new URL('../src/api/graphql/', import.meta.url)
export const SDL_FILE = new URL('contract.graphql', GRAPHQL)
export const TYPES_FILE = new URL('generated.ts', GRAPHQL)
export const PRINTED_FILE = new URL('../schema.graphql', import.meta.url)
export const PAGE_FILE = new URL('../web/src/gql/introspection.d.ts', import.meta.url)

/** GraphQL type → the value that its resolvers are given. */
const MAPPERS: Record<string, string> = {
  Agency: '../../domain/nodes.ts#AgencyNode',
  AgencyInvolvement: '../../service/agencyInvolvement.ts#AgencyInvolvement as Involvement',
  AgencyPair: '../../service/correspondenceRoles.ts#AgencyPair as Pair',
  Annex: '../../domain/nodes.ts#AnnexNode',
  CheckEvidence: '../../service/check/textCheck.ts#Evidence as CheckedEvidence',
  Citation: '../../domain/nodes.ts#CitationEdge as CitationFact',
  Clause: '../../domain/nodes.ts#ClauseNode',
  Correspondence: '../../service/correspondences.ts#Correspondence as Link',
  Difference: '../../service/check/textCheck.ts#Difference as WordDifference',
  Document: '../../domain/nodes.ts#DocumentNode',
  DocumentElement: './values.ts#ElementValue',
  Evidence: '../../service/correspondenceEvidence.ts#OrientedEvidence',
  Fault: '../../service/check/textCheck.ts#Fault as CheckedFault',
  FieldSpan: './values.ts#FieldSpanValue',
  Finding: '../../service/check/textCheck.ts#Finding as CheckedFinding',
  FirstMover: '../../service/implementationFirst.ts#FirstMover as Mover',
  Graph: '../../service/drawGraph.ts#DrawnGraph',
  GraphEdge: '../../service/drawGraph.ts#DrawnEdge',
  GraphNode: '../../service/drawGraph.ts#DrawnNode',
  HierarchyConnection: '../../service/hierarchy.ts#Below',
  HierarchyStep: '../../service/hierarchy.ts#HierarchyStep as Step',
  ImplementationCell: '../../service/implementationMatrix.ts#ImplementationCell as Cell',
  ImplementationColumn: '../../service/implementationMatrix.ts#ImplementationColumn as Column',
  ImplementationMatrix: './values.ts#MatrixValue',
  ImplementationRow: '../../service/implementationMatrix.ts#ImplementationRow as Row',
  Jurisdiction: '../../domain/nodes.ts#PlaceNode',
  LedgerRow: '../../domain/nodes.ts#LedgerRowNode',
  LevelBelow: '../../service/hierarchy.ts#LevelBelow as BelowLevel',
  Notice: './values.ts#NoticeValue',
  Node: './values.ts#NodeValue',
  Peer: '../../service/peers.ts#Peer as PeerFact',
  Peers: '../../service/peers.ts#Peers as PeersFact',
  ProductMention: './values.ts#MentionValue',
  ProductType: '../../domain/nodes.ts#ProductTypeNode',
  QuoteCheck: '../../service/check/checkQuote.ts#QuoteCheck as CheckedQuote',
  QuoteMatch: '../../service/check/checkQuote.ts#QuoteMatch as FoundQuote',
  Responsibility: '../../domain/nodes.ts#ResponsibilityEdge as ResponsibilityFact',
  Review: '../../domain/correspondence.ts#CorrespondenceReview',
  RoleAlignment: '../../service/correspondenceRoles.ts#RoleAlignment as Alignment',
  RoleMention: './values.ts#RoleMentionValue',
  SearchConnection: '../../service/search.ts#SearchResult',
  SearchHit: '../../service/search.ts#Hit',
  Section: '../../domain/nodes.ts#SectionNode',
  SourceSpan: './values.ts#SourceSpanValue',
  Span: './values.ts#SpanValue',
  Statistics: '../../service/statistics.ts#Statistics as Coverage',
  Target: '../../domain/nodes.ts#TargetNode',
  TargetComparison: '../../service/targetVerdict.ts#TargetComparison as Comparison',
  TextCheck: '../../service/check/textCheck.ts#TextCheck as CheckedText',
}

/** The text of generated.ts for this SDL. */
export async function generateTypes(sdl: string): Promise<string> {
  const types = await codegen({
    filename: fileURLToPath(TYPES_FILE),
    documents: [],
    schema: parse(sdl),
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript: { plugin: typescript.plugin }, resolvers: { plugin: resolvers.plugin } },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      immutableTypes: true,
      strictScalars: true,
      scalars: { Date: 'string', ID: 'string' },
      contextType: './context.ts#Context',
      avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: true, resolvers: true },
      mappers: MAPPERS,
    },
  })
  // The SDL travels inside the bundle: one file less to find at run time.
  return `// Written by scripts/codegen.ts from contract.graphql; do not edit.\n${types}\nexport const SDL = ${JSON.stringify(sdl)}\n`
}

/** The text of schema.graphql for this SDL, descriptions on lines of their own as the formatter wants them. */
export function printServed(sdl: string): string {
  const printed = printSchema(buildSchema(sdl)).replace(/^( *)"""(.+)"""$/gm, '$1"""\n$1$2\n$1"""')
  return `${printed}\n`
}

/** The text of introspection.d.ts for this SDL. */
export function describeForPage(sdl: string): string {
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(sdl)))
  return outputIntrospectionFile(introspection, {
    fileType: '.d.ts',
    shouldPreprocess: true,
    preamble: '// Written by scripts/codegen.ts from contract.graphql; do not edit.',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sdl = readFileSync(SDL_FILE, 'utf8')
  const outputs: readonly (readonly [URL, string])[] = [
    [TYPES_FILE, await generateTypes(sdl)],
    [PRINTED_FILE, printServed(sdl)],
    [PAGE_FILE, describeForPage(sdl)],
  ]
  for (const [file, text] of outputs) {
    if (!process.argv.includes('--check')) writeFileSync(file, text)
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      console.error(`过时 stale: ${fileURLToPath(file)}；请运行 npm run codegen`)
      process.exitCode = 1
    }
  }
}
