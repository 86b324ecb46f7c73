import type { DocumentNode } from '../../domain/nodes.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { readName } from '../chooseOne.ts'
import { documentsNumbered } from '../findDocuments.ts'
import type { Scope } from '../scope.ts'
import type { CheckArguments } from './textCheck.ts'

/** Longest text to check (UTF-16 units): an answer with all that it quotes, not a book. */
export const LONGEST_TEXT = 20_000
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

export interface WhatToCheck {
  readonly text: string
  readonly document: DocumentNode | null
}

/**
 * The text to check: as given, or put together of title, number and quotation.
 * @throws ZhengmaiError BAD_INPUT, LIMIT, NOT_FOUND
 */
export async function readCheckArguments(scope: Scope, args: CheckArguments): Promise<WhatToCheck> {
  const text = args.text ?? composed(args)
  if (args.text != null && [args.number, args.title, args.quote].some((value) => value != null))
    throw new ZhengmaiError('BAD_INPUT', '请给出 text，或者 number、title、quote，不要两者都给')
  return { text: readWords('text', text), document: await findGiven(scope, args.document) }
}

/** @throws ZhengmaiError BAD_INPUT where it is blank or holds control characters, LIMIT where it is too long */
export function readWords(argument: string, words: string): string {
  if (words.trim() === '') throw new ZhengmaiError('BAD_INPUT', `${argument} 为空：没有可核对的文字`)
  if (words.length > LONGEST_TEXT) {
    throw new ZhengmaiError('LIMIT', `文字过长 (text too long): ${words.length} > ${LONGEST_TEXT}`, {
      details: { length: words.length, limit: LONGEST_TEXT },
    })
  }
  if (CONTROL.test(words))
    throw new ZhengmaiError('BAD_INPUT', `${argument} 含有控制字符 (control characters)`)
  return words
}

function composed({ number, title, quote }: CheckArguments): string {
  const name = title == null ? '' : `《${title.trim().replace(/^《(.*)》$/u, '$1')}》`
  const beside = number == null ? '' : name === '' ? number.trim() : `（${number.trim()}）`
  const words = quote == null ? '' : `“${quote.trim()}”`
  return words === '' ? name + beside : `${name}${beside}${name + beside === '' ? '' : '：'}${words}`
}

/**
 * The document of an id or 发文字号, an ingested one before others; null where none is given.
 * @throws ZhengmaiError BAD_INPUT, NOT_FOUND
 */
export async function findGiven(
  scope: Scope,
  given: string | null | undefined,
): Promise<DocumentNode | null> {
  if (given == null) return null
  const name = readName('document', given)
  const byId = await scope.read.find('DOCUMENT', name)
  if (byId !== null) return byId
  const numbered = /\d/.test(name) ? await documentsNumbered(scope, name) : []
  const document = numbered.find(({ ingested }) => ingested) ?? numbered[0]
  if (document === undefined) throw new ZhengmaiError('NOT_FOUND', `库中没有文件 ${name}`)
  return document
}
