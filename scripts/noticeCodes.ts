import ts from 'typescript'
import { SEVERITIES } from '../src/domain/vocabulary.ts'

/** A rule that doubts, as the source states it. */
export interface NoticeRule {
  readonly code: string
  /** `WARNING`; both where the source decides between two; empty where it is not written out. */
  readonly severities: readonly string[]
  /** The message with `…` for what is filled in; empty where it is not written out beside the code. */
  readonly message: string
}

/** Steps of `ingest/normalise` name their rule without this prefix (ingest/normalise/step.ts). */
const STEP_PREFIX = 'normalise/'
const isSeverity = (text: string) => (SEVERITIES as readonly string[]).includes(text)

/** The notices that a source file can give: object literals and calls that name a code (or a step's rule) and a severity. */
export function findNoticeRules(path: string, text: string): NoticeRule[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const found: NoticeRule[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(...rulesOfLiteral(node))
    if (ts.isCallExpression(node)) found.push(...rulesOfCall(node))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function rulesOfLiteral(literal: ts.ObjectLiteralExpression): NoticeRule[] {
  const values = new Map<string, ts.Expression>()
  for (const property of literal.properties) {
    if (ts.isPropertyAssignment(property)) values.set(property.name.getText(), property.initializer)
    else if (ts.isShorthandPropertyAssignment(property)) values.set(property.name.text, property.name)
  }
  const severities = textsOf(values.get('severity')).filter(isSeverity)
  if (!values.has('severity')) return []
  const message = textsOf(values.get('message')).join('；')
  const codes = textsOf(values.get('code'))
  const rules = textsOf(values.get('rule')).map((rule) => STEP_PREFIX + rule)
  return [...codes, ...rules].filter(isCode).map((code) => ({ code, severities, message }))
}

/** `notice('link/ambiguous-citation', 'WARNING', '…', span)` in any order of arguments. */
function rulesOfCall(call: ts.CallExpression): NoticeRule[] {
  const texts = call.arguments.map(textsOf)
  const severities = texts.flat().filter(isSeverity)
  if (severities.length === 0) return []
  const message = texts.flat().filter((text) => /\p{Script=Han}/u.test(text))
  return texts
    .flat()
    .filter(isCode)
    .map((code) => ({ code, severities, message: message[0] ?? '' }))
}

function isCode(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** The strings that an expression can be: literals, templates, both sides of a choice, a constant of the file. */
function textsOf(expression: ts.Expression | undefined): string[] {
  if (expression === undefined) return []
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text + expression.templateSpans.map((span) => `…${span.literal.text}`).join('')]
  }
  if (ts.isConditionalExpression(expression)) {
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)]
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return [`${textsOf(expression.left)[0] ?? '…'}${textsOf(expression.right)[0] ?? '…'}`]
  }
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression)
  return ts.isIdentifier(expression) ? textsOf(constantNamed(expression)) : []
}

/** The initialiser of the nearest `const` of that name around the use. */
function constantNamed(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node = name.parent; scope !== undefined; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue
      const declared = statement.declarationList.declarations.find(
        (each) => each.name.getText() === name.text,
      )
      if (declared?.initializer !== undefined) return declared.initializer
    }
  }
  return undefined
}
