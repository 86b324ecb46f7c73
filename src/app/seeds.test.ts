import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSeeds, productTypeNodes } from './seeds.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe('loadSeeds', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhengmai-seeds-'))
    cpSync(join(ROOT, 'seeds'), join(root, 'seeds'), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('reads the data that comes with the program', async () => {
    const seeds = await loadSeeds(root)
    expect(seeds.places.length).toBeGreaterThan(3000)
    expect(seeds.agencies.rows.length).toBeGreaterThan(50)
    expect(seeds.words).toContain('\n')
    const nodes = productTypeNodes(seeds.products)
    const ids = new Set(nodes.map((node) => node.id))
    expect(ids.size).toBe(nodes.length)
    expect(nodes.filter((node) => node.broaderId !== null && !ids.has(node.broaderId))).toEqual([])
  })

  it.each([
    ['divisions.json', '{', 'seeds/divisions.json 不是 JSON'],
    ['divisions.json', '{}', '区划数据有误'],
    ['agencies.json', '[{}]', '机构名称数据有误'],
    ['synonyms.json', '[{"term":"","means":["x"],"source":"y"}]', 'seeds/synonyms.json 有误'],
    ['product-types.json', '{"types":[],"combined":[]}', 'ignored'],
    [
      'product-types.json',
      '{"types":[{"name":"甲","broader":"乙","labels":[]}],"combined":[],"ignored":[]}',
      '上位类型不存在：甲 → 乙',
    ],
  ])('names the fault of %s: %s', async (name, text, message) => {
    writeFileSync(join(root, 'seeds', name), text)
    await expect(loadSeeds(root)).rejects.toMatchObject({
      code: 'SEEDS_INVALID',
      message: expect.stringContaining(message),
    })
  })

  it('names a file that is missing', async () => {
    rmSync(join(root, 'seeds', 'zones.json'))
    const message = expect.stringContaining('zones.json')
    await expect(loadSeeds(root)).rejects.toMatchObject({ code: 'SEEDS_INVALID', message })
  })
})
