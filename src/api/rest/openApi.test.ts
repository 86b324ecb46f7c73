import { describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../operations/table.ts'
import { describeApi } from './openApi.ts'

type Json = Record<string, unknown>
const api = describeApi('1.2.3')
const { paths, components } = api as {
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json> }
}
const calls = Object.entries(paths).flatMap(([path, methods]) =>
  ['get', 'post'].flatMap((method) => {
    const call = methods[method]
    return call === undefined ? [] : [{ path, method, call }]
  }),
)

/** Every value called `$ref` in a part of the description. */
function referencesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : referencesIn(value),
  )
}

function resolve(reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((at, step) => (at as Json | undefined)?.[step], api)
}

describe('the OpenAPI description', () => {
  it('is of version 3.1, with the version of the program', () => {
    expect(api).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3', title: expect.any(String) } })
  })
  it('holds each call of the table by GET and by POST, and the other faces for programs', () => {
    expect(Object.keys(paths)).toEqual([
      ...OPERATIONS.map(({ name }) => `/api/v1/${name}`),
      '/retrieval',
      '/v1/vector_stores/zhengmai/search',
      '/v1/documents',
    ])
    expect(calls).toHaveLength(2 * OPERATIONS.length + 3)
  })
  it('refers to nothing that is not there', () => {
    const references = referencesIn(api)
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((reference) => typeof resolve(reference) !== 'object')).toEqual([])
  })
  it('names every call once', () => {
    const names = calls.map(({ call }) => call['operationId'])
    expect(new Set(names).size).toBe(names.length)
  })
  it.each(calls)('$method $path says what it answers, also when it fails', ({ call }) => {
    const responses = call['responses'] as Record<string, Json>
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '404', '413', '429', '503']),
    )
    for (const response of Object.values(responses)) {
      expect(response).toMatchObject({ description: expect.any(String) })
      expect(response['content']).toHaveProperty('application/json.schema')
    }
    expect(call['requestBody'] ?? call['parameters']).toBeDefined()
  })
  it('tells which parameters a GET must have', () => {
    const parameters = paths['/api/v1/fetch']?.['get']?.['parameters'] as {
      name: string
      required: boolean
    }[]
    expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(['id'])
  })
  it('holds schemas of JSON Schema without leftovers of a schema that stands alone', () => {
    const text = JSON.stringify(components.schemas)
    expect(text).not.toMatch(/"\$(?:schema|defs)"/)
    expect(components.schemas).toHaveProperty('Document.properties.number')
  })
})
