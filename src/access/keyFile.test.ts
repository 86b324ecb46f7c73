import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addKey, readKeyFile, revokeKey } from './keyFile.ts'
import { openKeyRing } from './keyRing.ts'
import { parseScopes } from './scopes.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhengmai-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
function newPath(): string {
  files += 1
  return join(folder, `${files}`, 'keys.json')
}
const key = (name: string) => ({ name, scopes: ['read' as const], ratePerMinute: null })

describe('the key file', () => {
  it('holds all but the keys', async () => {
    const path = newPath()
    await addKey(path, { name: '助手-1', scopes: ['read', 'review'], ratePerMinute: 30 })
    expect(await readKeyFile(path)).toEqual([
      {
        ...{ name: '助手-1', scopes: ['read', 'review'], ratePerMinute: 30 },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        createdAt: expect.stringMatching(/Z$/),
      },
    ])
    expect(readdirSync(join(path, '..'))).toEqual(['keys.json'])
  })

  it('has a key of a name once', async () => {
    const path = newPath()
    const both = await Promise.allSettled([addKey(path, key('a')), addKey(path, key('a'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await readKeyFile(path)).toHaveLength(1)
  })

  it.each(['', ' a', 'a b', 'a\n', '../x', '-a', 'a'.repeat(65)])('refuses the name %j', async (name) => {
    await expect(addKey(newPath(), key(name))).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('is not written over where it is damaged', async () => {
    const path = newPath()
    await addKey(path, key('a'))
    writeFileSync(path, '{')
    await expect(addKey(path, key('b'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(readFileSync(path, 'utf8')).toBe('{')
  })

  it('says where there is nothing to revoke', async () => {
    await expect(revokeKey(newPath(), 'a')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('openKeyRing', () => {
  it('follows the file', async () => {
    const keyFile = newPath()
    const ring = openKeyRing({ apiKey: null, keyFile })
    expect(await ring.isEmpty()).toBe(true)
    const secret = await addKey(keyFile, key('a'))
    expect(await ring.isEmpty()).toBe(false)
    expect((await ring.find(secret))?.name).toBe('a')
    expect(await ring.find(`${secret}x`)).toBeNull()
    expect((await ring.named('a'))?.scopes).toEqual(new Set(['read']))
    await revokeKey(keyFile, 'a')
    expect(await ring.find(secret)).toBeNull()
    expect(await ring.isEmpty()).toBe(true)
  })
  it('is not empty, and opens nothing, where the file is damaged; said once', async () => {
    const keyFile = newPath()
    const secret = await addKey(keyFile, key('a'))
    writeFileSync(keyFile, 'x')
    const faults: unknown[] = []
    const ring = openKeyRing({
      apiKey: 'the-key-of-the-settings',
      keyFile,
      onFault: (error) => faults.push(error),
    })
    expect(await ring.find(secret)).toBeNull()
    expect(await ring.isEmpty()).toBe(false)
    expect((await ring.find('the-key-of-the-settings'))?.name).toBe('ZHENGMAI_API_KEY')
    expect(faults).toHaveLength(1)
  })
})

describe('parseScopes', () => {
  it.each([
    ['read', ['read']],
    ['ingest,read', ['read', 'ingest']],
    [' review，read ', ['read', 'review']],
  ])('%s', (words, scopes) => expect(parseScopes(words)).toEqual(scopes))
  it.each(['', 'admin', 'read,write', ','])('refuses %j', (words) => {
    expect(() => parseScopes(words)).toThrow('权限应为')
  })
})
