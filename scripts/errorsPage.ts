import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ERROR_CODES, type ErrorCode } from '../src/errors/error.ts'
import { findNoticeRules, type NoticeRule } from './noticeCodes.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Folders whose modules doubt. */
const DOUBTING = ['ingest', 'src']

const MEANINGS: Readonly<Record<ErrorCode, string>> = {
  BAD_INPUT: '参数、用法或查询不对 · wrong argument or use',
  NOT_FOUND: '没有这份文件、条款或机关 · no such thing',
  AMBIGUOUS: '名称或文号对应多项，错误中列出候选 · several candidates, named in the error',
  LIMIT:
    '查询过长、过深或过贵；读取一个 PDF 或图片（含文字识别）超过时间上限 · a query too long, deep or costly; a PDF or picture that takes longer to read than it may',
  UNAUTHORIZED: '改动数据需要密钥 · the key is missing or wrong',
  SEMANTIC_UNAVAILABLE: '没有模型或向量，不能做语义检索 · no model or no vectors',
  UNAVAILABLE:
    '暂时不能服务：端口已被占用；文字识别的进程异常结束（如内存不足） · temporarily out of service: port taken, the process of text recognition ended',
  CONFIG_INVALID: '环境变量有误，逐项列出 · the environment is wrong, all faults at once',
  FILE_NOT_FOUND: '找不到文件 · no such file',
  FILE_UNREADABLE: '没有读取权限，或不是普通文件 · no permission, or no regular file',
  FILE_EMPTY: '文件是空的 · the file is empty',
  FILE_TOO_LARGE:
    '文件大小、页数、压缩包内的文件数或解压后的总量超过上限 · above a limit: bytes, pages, files of an archive, or what it unpacks to',
  FILE_BINARY: '是二进制数据，不是文字 · binary data',
  FILE_UNSUPPORTED:
    '不读的格式（电子表格、演示文稿、RAR 等，压缩包中的压缩包）；文件已加密；扫描件或图片需要文字识别而没有安装，或图片需要而没有启用 · a format that is not read, an archive in an archive; an encrypted file; a scan or picture without text recognition',
  FILE_UNDECODABLE:
    '认不出文字编码；PDF、DOCX、OFD、DOC、ZIP 或图片已损坏、不完整；PDF 没有文字层而文字识别没有启用或没有结果 · unknown encoding; a damaged or incomplete file; a PDF without a text layer where recognition is off or finds nothing',
  NOT_A_DOCUMENT: '不像公文：没有标题、文号、条款等要素 · no official document',
  STORE_UNREADABLE: '数据打不开：还没有、已损坏或没有权限 · absent, corrupt or forbidden',
  STORE_NEWER_SCHEMA: '数据由更新的版本写成 · written by a newer version',
  STORE_LOCKED: '另一个进程正在写入 · another process writes',
  STORE_FULL: '磁盘已满，写入已撤销 · the disk is full, nothing was changed',
  STORE_FAILED: '存储出错 · the store failed',
  STORE_UNAVAILABLE: '连不上数据库服务器 · the database server cannot be reached',
  STORE_UNAUTHORIZED: '数据库拒绝了用户名或密码 · the database refuses user or password',
  STORE_FOREIGN: '数据库中有其他程序的数据（可加 --force）· the database holds data of others',
  STORE_TIMEOUT: '数据库没有按时答复 · the database did not answer in time',
  MODEL_NOT_FOUND: '找不到语义检索模型 · no embedding model',
  MODEL_HASH_MISMATCH: '模型文件与已知校验和不符 · the model has a wrong checksum',
  MODEL_FAILED: '模型运行出错 · the model failed',
  ARCHIVE_DAMAGED:
    '要导入的档案不完整、被改动，或条目多了、少了；没有写入任何内容 · the archive to import is cut or changed, or lacks or adds an entry; nothing was written',
  ARCHIVE_NEWER:
    '档案由更新的版本导出；没有写入任何内容 · the archive was written by a newer version; nothing was written',
  SEEDS_INVALID: '程序自带的数据有误 · the data that comes with the program is wrong',
  INTERNAL: '程序的错误 · a fault of the program',
}

/** `docs/errors.md`: every error code and every notice rule, from the source. */
export function printErrorsPage(): string {
  const errors = Object.entries(ERROR_CODES).map(
    ([code, { http, exit }]) => `| \`${code}\` | ${http} | ${exit} | ${MEANINGS[code as ErrorCode]} |`,
  )
  const notices = noticeRules().map(
    ({ code, severities, message }) => `| \`${code}\` | ${severities.join('、')} | ${cell(message)} |`,
  )
  return `# 错误与存疑 · errors and notices

<!-- printed by npm run docs: change the source, not this page -->

一个文件或一次请求失败，有一个错误码；内容可疑而仍然读完，有一条带位置的存疑（notice），不算失败。
A failure has an error code. A doubt about a document's content is a notice with its position, not a failure.

## 错误码 · error codes

| 错误码 code | HTTP | 退出状态 exit status | 含义 meaning |
| --- | --- | --- | --- |
${errors.join('\n')}

GraphQL 与网页接口中，存储和模型的错误（\`STORE_*\`、\`MODEL_*\`）统称 \`UNAVAILABLE\`。
The GraphQL and HTTP faces say \`UNAVAILABLE\` for those of store and model.

## 存疑规则 · notice rules

INFO：按规则处理完毕，备查；WARNING：推断或有疑问，请看原文。
INFO: handled by a rule; WARNING: inferred or doubtful, look at the source.

| 规则 rule | 程度 severity | 文字 message |
| --- | --- | --- |
${notices.join('\n')}
`
}

/** All rules, one row a code, by code. */
export function noticeRules(): NoticeRule[] {
  const rules = new Map<string, NoticeRule>()
  for (const path of DOUBTING.flatMap(listSources)) {
    for (const rule of findNoticeRules(path, readFileSync(join(ROOT, path), 'utf8'))) {
      const known = rules.get(rule.code)
      rules.set(rule.code, known === undefined ? rule : merge(known, rule))
    }
  }
  return [...rules.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

function merge(a: NoticeRule, b: NoticeRule): NoticeRule {
  const messages = new Set([a.message, b.message].filter((message) => message !== ''))
  const severities = [...new Set([...a.severities, ...b.severities])]
  return { code: a.code, severities, message: [...messages].join('；') }
}

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return listSources(path)
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : []
  })
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
