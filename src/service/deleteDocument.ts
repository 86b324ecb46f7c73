import { ZhengmaiError } from '../errors/error.ts'
import { readName } from './chooseOne.ts'
import type { Scope } from './scope.ts'

/** Removes a document with its facts, links and reviews; the id it went by. @throws ZhengmaiError NOT_FOUND */
export async function deleteDocument(scope: Scope, asked: string): Promise<string> {
  const id = readName('id', asked)
  const document = await scope.read.find('DOCUMENT', id)
  if (document === null || !(await scope.store.deleteDocument(document.id))) {
    throw new ZhengmaiError('NOT_FOUND', `没有收录这份文件：${id}`)
  }
  scope.names.invalidate()
  return document.id
}
