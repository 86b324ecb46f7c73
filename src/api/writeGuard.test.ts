import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../errors/error.ts'
import { checkWrite } from './writeGuard.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }

function mayWrite(headers: Record<string, string>, apiKey: string | null): boolean {
  const request = new Request('http://127.0.0.1:4000/graphql', { method: 'POST', headers })
  try {
    checkWrite(request, apiKey)
    return true
  } catch (error) {
    if (error instanceof ZhengmaiError && error.code === 'UNAUTHORIZED') return false
    throw error
  }
}

describe('with an API key', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['the key', { authorization: 'Bearer s3cret' }, true],
    ['the key in lower case words', { authorization: 'bearer s3cret' }, true],
    ['the key in a header of its own', { 'x-api-key': 's3cret' }, true],
    ['no key', json, false],
    ['another key', { authorization: 'Bearer other' }, false],
    ['a part of the key', { authorization: 'Bearer s3cre' }, false],
    ['another scheme', { authorization: 'Basic s3cret' }, false],
  ])('%s', (_name, headers, allowed) => {
    expect(mayWrite(headers, 's3cret')).toBe(allowed)
  })
})

describe('without one', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['a program', json, true],
    ['this service’s own page', { ...json, origin: 'http://127.0.0.1:4000' }, true],
    ['a page of another site', { ...json, origin: 'https://example.org' }, false],
    ['a page of another port', { ...json, origin: 'http://127.0.0.1:5173' }, false],
    ['a form of a page', { 'content-type': 'application/x-www-form-urlencoded' }, false],
    ['plain text', { 'content-type': 'text/plain' }, false],
    ['something else', { 'content-type': 'application/jsonx' }, false],
    ['a document without origin', { ...json, origin: 'null' }, false],
  ])('%s', (_name, headers, allowed) => {
    expect(mayWrite(headers, null)).toBe(allowed)
  })
})
