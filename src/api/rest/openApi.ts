import type { Hono } from 'hono'
import { z } from 'zod'
import { ERROR_CODES } from '../../errors/error.ts'
import { PUBLIC_CODES } from '../../errors/publicCode.ts'
import { type Operation, pathOf } from '../../operations/operation.ts'
import { OPERATIONS } from '../../operations/table.ts'
import type { ServiceDeps } from '../../service/scope.ts'
import type { Gate } from '../gate.ts'
import { servicesFor } from '../requestBase.ts'
import { difyError, difyReply, difyRequest } from '../retrieval/dify.ts'
import {
  VECTOR_STORE,
  vectorStoreError,
  vectorStoreReply,
  vectorStoreRequest,
} from '../retrieval/vectorStore.ts'
import { type Json, openSchemaBook, type SchemaBook } from './jsonSchemas.ts'

/** `GET /openapi.json`: says nothing of the corpus, so that anybody may read how to ask. */
export function addOpenApi(
  app: Hono,
  { services, version, gate }: { services: ServiceDeps; version: string; gate: Gate },
): void {
  let description: Json | null = null
  app.use('/openapi.json', gate.face({ scope: null }))
  app.get('/openapi.json', (context) => {
    description ??= describeApi(version)
    return context.json({ ...description, servers: [{ url: servicesFor(context, services).baseUrl }] })
  })
}

/** An error of the plain calls. */
const errorReply = z.object({
  error: z.looseObject({
    code: z.enum(PUBLIC_CODES),
    message: z.string(),
  }),
})

const uploadReply = z.object({
  reports: z
    .array(z.looseObject({ name: z.string(), outcome: z.string() }))
    .describe('每个文件一份报告 · one a file'),
  leftOut: z.array(z.looseObject({})).describe('压缩包里没有收录的路径 · what an archive held besides'),
})

/** All that programs may ask for over plain HTTP, by OpenAPI 3.1. */
export function describeApi(version: string): Json {
  const book = openSchemaBook()
  const paths: Record<string, Json> = {}
  for (const operation of OPERATIONS) paths[pathOf(operation)] = describeOperation(book, operation)
  paths['/retrieval'] = {
    post: describePost(book, 'difyRetrieval', 'Dify 外部知识库 · external knowledge of Dify', 'Dify', {
      input: difyRequest,
      output: difyReply,
      error: difyError,
    }),
  }
  paths[`/v1/vector_stores/${VECTOR_STORE}/search`] = {
    post: describePost(
      book,
      'searchVectorStore',
      'OpenAI 式向量库检索 · vector store search',
      'VectorStore',
      {
        input: vectorStoreRequest,
        output: vectorStoreReply,
        error: vectorStoreError,
      },
    ),
  }
  paths['/v1/documents'] = { post: describeUpload(book) }
  return {
    openapi: '3.1.0',
    info: {
      title: '政脉 zhengmai',
      version,
      summary: '中国政府政策文件的知识图谱与检索 · knowledge graph and search for Chinese policy documents',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: book.schemas,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
    },
    // a service on this machine may need no key
    security: [{}, { bearer: [] }, { apiKey: [] }],
  }
}

function describeOperation(book: SchemaBook, operation: Operation): Json {
  const { name, title, description, input, output } = operation
  const base = pascalCase(name)
  const body = book.add(`${base}Arguments`, input, 'input')
  const responses = {
    200: json('答复 · the answer', book.add(`${base}Answer`, output, 'output')),
    ...errorResponses(book.add('Error', errorReply, 'output')),
  }
  const { properties = {}, required = [] } = book.schemas[`${base}Arguments`] as {
    readonly properties?: Readonly<Record<string, Json>>
    readonly required?: readonly string[]
  }
  return {
    summary: title,
    get: {
      operationId: `get_${name}`,
      ...{ summary: title, description, tags: ['calls'] },
      parameters: Object.entries(properties).map(([key, schema]) => ({
        ...{ name: key, in: 'query', required: required.includes(key), schema },
        ...(typeof schema['description'] === 'string' ? { description: schema['description'] } : {}),
        ...(schema['type'] === 'array' ? { style: 'form', explode: true } : {}),
      })),
      responses,
    },
    post: {
      operationId: name,
      ...{ summary: title, description, tags: ['calls'] },
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
      responses,
    },
  }
}

function describePost(
  book: SchemaBook,
  operationId: string,
  summary: string,
  base: string,
  shapes: { readonly input: z.ZodType; readonly output: z.ZodType; readonly error: z.ZodType },
): Json {
  return {
    ...{ operationId, summary, tags: ['retrieval'] },
    requestBody: {
      required: true,
      content: { 'application/json': { schema: book.add(`${base}Request`, shapes.input, 'input') } },
    },
    responses: {
      200: json('结果 · results', book.add(`${base}Reply`, shapes.output, 'output')),
      ...errorResponses(book.add(`${base}Error`, shapes.error, 'output')),
    },
  }
}

function describeUpload(book: SchemaBook): Json {
  return {
    operationId: 'uploadDocuments',
    summary: '收录文件 · take files into the corpus',
    tags: ['ingestion'],
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
            required: ['file'],
          },
        },
      },
    },
    responses: {
      200: json('每个文件的结果 · a report for each file', book.add('UploadReply', uploadReply, 'output')),
      ...errorResponses(book.add('Error', errorReply, 'output')),
    },
  }
}

const STATUSES: Readonly<Record<number, string>> = {
  [ERROR_CODES.BAD_INPUT.http]: 'BAD_INPUT、LIMIT：参数有误 · bad arguments',
  [ERROR_CODES.UNAUTHORIZED.http]: 'UNAUTHORIZED：需要密钥 · a key is needed',
  403: 'UNAUTHORIZED：没有权限 · not allowed',
  [ERROR_CODES.NOT_FOUND.http]: 'NOT_FOUND：没有这个编号 · nothing has this id',
  [ERROR_CODES.AMBIGUOUS.http]: 'AMBIGUOUS：有几项同名，见 candidates · several bear the name',
  413: 'LIMIT：请求过大 · request too large',
  429: 'LIMIT：请求过于频繁，见 Retry-After · too many requests',
  [ERROR_CODES.UNAVAILABLE.http]: 'UNAVAILABLE：暂时不可用 · unavailable for now',
}

function errorResponses(schema: Json): Record<string, Json> {
  return Object.fromEntries(Object.entries(STATUSES).map(([status, words]) => [status, json(words, schema)]))
}

function json(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } }
}

function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
