import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/embedding/port.ts'

/** Lengths and scripts that a corpus has; the last is longer than any model reads. */
const TEXTS = [
  '药品审评审批时限压缩至60日。',
  '支持医疗器械创新，对首次取得注册证的企业给予奖励。',
  'GMP、GCP 与 CRO',
  '政',
  '加强中药材质量控制。'.repeat(120),
] as const
/** Of two vectors of one text: equal but for the last bits. */
const SAME = 0.999_99

/** Tests that every embedder must pass. */
export function describeEmbedder(name: string, open: () => Promise<Embedder>): void {
  describe(`embedder contract: ${name}`, () => {
    let embedder: Embedder
    beforeAll(async () => {
      embedder = await open()
    })
    afterAll(() => embedder[Symbol.asyncDispose]())

    it('names what its vectors come from', async () => {
      expect(embedder.modelId).not.toBe('')
      expect(embedder.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(embedder.preparation).toMatch(/v\d+$/)
    })

    it('gives one normalised vector of the stated length for each text', async () => {
      const vectors = await embedder.embed(TEXTS)
      expect(vectors).toHaveLength(TEXTS.length)
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions)
        expect(cosine(vector, vector)).toBeCloseTo(1, 4)
      }
    })

    it('gives nothing for no text', async () => {
      expect(await embedder.embed([])).toEqual([])
    })

    it('gives an empty text a normalised vector too', async () => {
      const [vector] = await embedder.embed([''])
      expect(cosine(vector, vector)).toBeCloseTo(1, 4)
    })

    it('gives a text the same vector alone, among others and in any order', async () => {
      const together = await embedder.embed(TEXTS)
      const reversed = (await embedder.embed([...TEXTS].reverse())).reverse()
      for (const [index, text] of TEXTS.entries()) {
        const [alone] = await embedder.embed([text])
        expect(cosine(alone, together[index])).toBeGreaterThan(SAME)
        expect(cosine(alone, reversed[index])).toBeGreaterThan(SAME)
      }
    })

    it('keeps calls apart that run at once', async () => {
      const [first] = await embedder.embed([TEXTS[0]])
      const [second] = await embedder.embed([TEXTS[1]])
      const both = await Promise.all([TEXTS[0], TEXTS[1], TEXTS[0]].map((text) => embedder.embed([text])))
      expect(both.map(([vector]) => cosine(vector, first) > SAME)).toEqual([true, false, true])
      expect(cosine(both[1]?.[0], second)).toBeGreaterThan(SAME)
    })

    it.each([
      ['letter case', 'GMP 认证', 'gmp 认证'],
      ['full width', 'ＧＭＰ１２３', 'GMP123'],
    ])('does not distinguish %s', async (_what, a, b) => {
      const [one, other] = await embedder.embed([a, b])
      expect(cosine(one, other)).toBeGreaterThan(SAME)
    })

    it('puts texts of one subject nearer than texts of two', async () => {
      const [query, near, far] = await embedder.embed([
        '缩短药品审评审批时限',
        '将药品补充申请审评审批时限由200日缩短为60日',
        '加快农村公路建设和养护管理',
      ])
      expect(cosine(query, near)).toBeGreaterThan(cosine(query, far) + 0.1)
    })
  })
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) throw new Error('no vector')
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0)
}
