// Writes what is printed from tables into the documents: docs/errors.md, and the settings between their marks in
// README.md. With --check it changes nothing and fails where they differ.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatSettings } from '../src/config/settings.ts'
import { printErrorsPage } from './errorsPage.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MARKS = ['<!-- settings: printed by npm run docs -->', '<!-- /settings -->'] as const

/** The README with the table between its marks; unchanged where it has none. */
export function withSettings(readme: string): string {
  const [start, end] = [readme.indexOf(MARKS[0]), readme.indexOf(MARKS[1])]
  if (start < 0 || end < start) return readme
  return `${readme.slice(0, start + MARKS[0].length)}\n${formatSettings()}\n${readme.slice(end)}`
}

function main(check: boolean): void {
  const readme = join(ROOT, 'README.md')
  const wanted: [string, string][] = [[join(ROOT, 'docs', 'errors.md'), printErrorsPage()]]
  if (existsSync(readme)) wanted.push([readme, withSettings(readFileSync(readme, 'utf8'))])
  const differing = wanted.filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  for (const [path, text] of differing) {
    console.log(`${check ? '与源码不符 differs' : '已写 written'}: ${path.slice(ROOT.length)}`)
    if (check) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  if (check && differing.length > 0) {
    console.log('请运行 npm run docs')
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'))
