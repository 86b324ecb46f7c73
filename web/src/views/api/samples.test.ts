import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { assistantSamples, graphqlSamples, restSamples } from './samples.ts'

const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'))
const FACTS = {
  origin: 'http://127.0.0.1:4000',
  documentId: 'cn/999900/甲政办/2024/1',
  number: '甲政办〔2024〕1号',
  question: '哪里的"奖励"最多？it\'s',
  agency: '甲市科技局',
}

describe('samples of GraphQL', () => {
  it.each(
    [...graphqlSamples(FACTS), ...graphqlSamples({ ...FACTS, number: null })].filter(
      ({ kind }) => kind === 'graphql',
    ),
  )('$id fits the schema', ({ code }) => {
    expect(validate(schema, parse(code))).toEqual([])
  })

  it('has a call whose body is JSON and whose query fits too', () => {
    const call = graphqlSamples(FACTS).find(({ id }) => id === 'curl')!.code
    const body = JSON.parse(bodyOf(call))
    expect(body.variables).toEqual({ q: FACTS.question })
    expect(validate(schema, parse(body.query))).toEqual([])
  })
})

it('encodes ids in addresses', () => {
  const codes = restSamples(FACTS).map(({ code }) => code)
  expect(codes[0]).toContain('/id/cn/999900/%E7%94%B2%E6%94%BF%E5%8A%9E/2024/1')
  expect(codes[1]).toContain('upper=cn%2F999900%2F')
})

describe('samples for assistants', () => {
  const samples = assistantSamples(FACTS)

  it.each(samples.filter(({ kind }) => kind === 'json'))('$id is a file of settings', ({ code }) => {
    const { mcpServers } = JSON.parse(code)
    expect(Object.keys(mcpServers)).toEqual(['zhengmai'])
  })
  it.each(samples.filter(({ code }) => code.includes("-d '")))('$id sends JSON', ({ code }) => {
    expect(JSON.parse(bodyOf(code)).query).toBe(FACTS.question)
  })
})

/** What the shell would send: the words of -d '…'. */
function bodyOf(code: string): string {
  return code.slice(code.indexOf("-d '") + 4, -1).replaceAll("'\\''", "'")
}
