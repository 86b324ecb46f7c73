import { expect, it } from 'vitest'
import { listFiles, readSource } from './sources.ts'

/** Folders of one machine, and a folder that is no part of the project. Put together here so as not to find itself. */
const FOREIGN = new RegExp(
  `${'\\.\\./'}shared\\b|(?<![\\w.:/])/(?:${['work', 'root', 'Users'].join('|')})/\\w`,
)
const TEXT =
  /\.(?:ts|mjs|cjs|js|json|md|yml|yaml|graphql|sql|html|css)$|(?:^|\/)(?:run|\.npmrc|\.gitignore|\.env\.example)$/

it('no file names a folder of one machine', () => {
  const texts = listFiles().filter((path) => TEXT.test(path))
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((path) => FOREIGN.test(readSource(path)))).toEqual([])
})

it('the lock file names no registry', () => {
  expect(readSource('package-lock.json')).not.toMatch(/"resolved"/)
})

it('the package holds what the program reads while it runs', () => {
  const { files } = JSON.parse(readSource('package.json')) as { files: string[] }
  expect(files).toEqual(expect.arrayContaining(['bin', 'dist', 'seeds']))
})
