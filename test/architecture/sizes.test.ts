import ts from 'typescript'
import { expect, it } from 'vitest'
import { listSources, readSource } from './sources.ts'

/** Budgets of CONTRIBUTING.md: what is above the first is listed, what is above the second fails. */
const FILE_LINES = { listed: 300, most: 400 }
const FUNCTION_LINES = { listed: 50, most: 80 }
/** Printed by a tool. */
const GENERATED = new Set(['src/api/graphql/generated.ts'])

interface Sized {
  readonly name: string
  readonly lines: number
}

function sizesOf(path: string): { file: Sized; functions: Sized[] } {
  const text = readSource(path)
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const lineAt = (offset: number) => source.getLineAndCharacterOfPosition(offset).line
  const functions: Sized[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const start = node.getStart()
      functions.push({ name: `${path}:${lineAt(start) + 1}`, lines: lineAt(node.end) - lineAt(start) + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { file: { name: path, lines: lineAt(text.trimEnd().length) + 1 }, functions }
}

const sizes = listSources()
  .filter((path) => !GENERATED.has(path))
  .map(sizesOf)

it.each([
  ['files', sizes.map((size) => size.file), FILE_LINES],
  ['functions', sizes.flatMap((size) => size.functions), FUNCTION_LINES],
])('%s keep to their budget', (kind, all, budget) => {
  const above = (limit: number) =>
    all.filter((size) => size.lines > limit).map((size) => `${size.name} ${size.lines} lines`)
  const listed = above(budget.listed)
  if (listed.length > 0) console.warn(`${kind} above ${budget.listed} lines:\n${listed.join('\n')}`)
  expect(above(budget.most)).toEqual([])
})
