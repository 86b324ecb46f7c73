import { z } from 'zod'
import {
  agencyShape,
  clauseShape,
  comparisonShape,
  coverageShape,
  documentShape,
  edgeShape,
  nodeShape,
  passageShape,
  sourceShape,
  targetShape,
} from '../../operations/shapes.ts'

export type Json = Record<string, unknown>

const COMPONENTS = '#/components/schemas/'

/** Shapes that many replies share: each stands in the description once. */
const SHARED = new Map<z.ZodType, string>([
  [documentShape, 'Document'],
  [clauseShape, 'Clause'],
  [sourceShape, 'Source'],
  [passageShape, 'Passage'],
  [agencyShape, 'Agency'],
  [coverageShape, 'Coverage'],
  [targetShape, 'Target'],
  [comparisonShape, 'TargetComparison'],
  [nodeShape, 'GraphNode'],
  [edgeShape, 'GraphEdge'],
])

/** Schemas of an OpenAPI description, printed from those that the service itself checks by. */
export interface SchemaBook {
  /** Adds a schema. @returns a reference to it */
  add(name: string, schema: z.ZodType, io: 'input' | 'output'): Json
  /** All that were added, and all that they refer to. */
  readonly schemas: Readonly<Record<string, Json>>
}

export function openSchemaBook(): SchemaBook {
  const schemas: Record<string, Json> = {}
  const book: SchemaBook = {
    schemas,
    add(name, schema, io) {
      schemas[name] ??= print(name, schema, io)
      return { $ref: COMPONENTS + name }
    },
  }
  /** Without what belongs to a schema that stands alone; what it defines within itself becomes a schema of the book. */
  const print = (name: string, schema: z.ZodType, io: 'input' | 'output'): Json => {
    const json = z.toJSONSchema(schema, {
      io,
      override: ({ zodSchema, jsonSchema }) => {
        const part = zodSchema as unknown as z.ZodType
        const shared = SHARED.get(part)
        if (shared === undefined || part === schema) return
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
        Object.assign(jsonSchema, book.add(shared, part, io))
      },
    }) as Json
    const { $schema: _dialect, $defs = {}, ...rest } = JSON.parse(JSON.stringify(json)) as Json
    const own = new Map(
      Object.keys($defs as Json).map((key, at) => [`#/$defs/${key}`, `${name}Part${at + 1}`]),
    )
    for (const [key, part] of Object.entries($defs as Json))
      schemas[own.get(`#/$defs/${key}`) ?? key] = pointTo(part, own) as Json
    return pointTo(rest, own) as Json
  }
  return book
}

/** The same with references into itself turned into references to the book. */
function pointTo(part: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(part)) return part.map((each) => pointTo(each, names))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      const name = key === '$ref' && typeof value === 'string' ? names.get(value) : undefined
      return [key, name === undefined ? pointTo(value, names) : COMPONENTS + name]
    }),
  )
}
