import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noticeRules, printErrorsPage } from '../../scripts/errorsPage.ts'
import { parseToJson } from '../../src/app/parsing.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { formatSettings, SETTINGS } from '../../src/config/settings.ts'
import { listFiles, listSources, ROOT, readSource } from './sources.ts'

it('docs/errors.md lists every error code and every notice rule (npm run docs)', () => {
  expect(readSource('docs/errors.md')).toBe(printErrorsPage())
})

it('a notice that the documents of the package give is one of the listed rules', async () => {
  const seeds = await loadSeeds(ROOT)
  const folder = 'seeds/documents'
  const given: string[] = []
  for (const path of listFiles(folder)) {
    const file = { name: path, bytes: Buffer.from(readFileSync(join(ROOT, path))) }
    const { notices } = (await parseToJson(file, seeds)) as { notices: { code: string }[] }
    given.push(...notices.map((notice) => notice.code))
  }
  const listed = new Set(noticeRules().map((rule) => rule.code))
  expect(given.length).toBeGreaterThan(0)
  expect([...new Set(given)].filter((code) => !listed.has(code))).toEqual([])
})

it('README.md holds the table of settings (npm run docs)', () => {
  expect(readSource('README.md')).toContain(formatSettings())
})

it('no module reads a ZHENGMAI_ variable that the table does not name', () => {
  const known = new Set<string>(SETTINGS.map((row) => row.name))
  const named = listSources().flatMap((path) => readSource(path).match(/\bZHENGMAI_[A-Z_]+\b/g) ?? [])
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([])
})
