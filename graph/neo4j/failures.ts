import { type ErrorCode, ZhengmaiError } from '../../src/errors/error.ts'

interface FailureRule {
  readonly id: string
  /** Status codes of the server (https://neo4j.com/docs/status-codes/) or of the driver, from their beginning. */
  readonly codes: RegExp
  /** Further tells by the message. */
  readonly message?: RegExp
  readonly code: ErrorCode
  readonly reason: string
  readonly example: { readonly code: string; readonly message: string }
}

/** First match wins. */
export const FAILURE_RULES: readonly FailureRule[] = [
  {
    id: 'full',
    codes: /./,
    message: /no space left|disk (is )?full|out of disk/i,
    code: 'STORE_FULL',
    reason: '数据库磁盘空间不足，本次写入已撤销',
    example: {
      code: 'Neo.DatabaseError.Transaction.TransactionCommitFailed',
      message: 'No space left on device',
    },
  },
  {
    // the server does not say why it could not write; on a full disk this is what it says
    id: 'log',
    codes: /^Neo\.DatabaseError\.Transaction\.TransactionLogError/,
    code: 'STORE_FULL',
    reason: '数据库写不进事务日志，多半是磁盘已满；本次写入已撤销，腾出空间后须重新启动 Neo4j',
    example: {
      code: 'Neo.DatabaseError.Transaction.TransactionLogError',
      message: 'Could not append transaction: Transaction #4 to log.',
    },
  },
  {
    // after the one above no transaction begins any more, also when there is room again
    id: 'halted',
    codes: /^Neo\.DatabaseError\./,
    message: /needs to be restarted/i,
    code: 'STORE_UNAVAILABLE',
    reason: '数据库遇到严重错误（例如磁盘已满，见其日志）而停用，须重新启动 Neo4j',
    example: {
      code: 'Neo.DatabaseError.Transaction.TransactionStartFailed',
      message: 'The database has encountered a critical error, and needs to be restarted.',
    },
  },
  {
    id: 'contradiction',
    codes: /^Neo\.ClientError\.Schema\.ConstraintValidationFailed/,
    code: 'BAD_INPUT',
    reason: '写入的图谱数据自相矛盾（标识重复或引用了不存在的节点）',
    example: { code: 'Neo.ClientError.Schema.ConstraintValidationFailed', message: 'already exists' },
  },
  {
    id: 'password',
    codes: /^Neo\.ClientError\.Security\./,
    code: 'STORE_UNAUTHORIZED',
    reason: '数据库拒绝了用户名或密码，或该用户没有权限',
    example: { code: 'Neo.ClientError.Security.Unauthorized', message: 'authentication failure' },
  },
  {
    id: 'no database',
    codes: /^Neo\.ClientError\.Database\.DatabaseNotFound/,
    code: 'STORE_UNREADABLE',
    reason: '没有这个数据库',
    example: { code: 'Neo.ClientError.Database.DatabaseNotFound', message: 'x' },
  },
  {
    id: 'read only',
    codes: /^Neo\.ClientError\.General\.(WriteOnReadOnlyAccessDatabase|ForbiddenOnReadOnlyDatabase)/,
    code: 'STORE_UNREADABLE',
    reason: '数据库设为只读',
    example: { code: 'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', message: 'x' },
  },
  {
    id: 'pool',
    codes: /./,
    message: /acquisition timed out/i,
    code: 'STORE_TIMEOUT',
    reason: '数据库连接都在忙，等候超时',
    example: { code: 'N/A', message: 'Connection acquisition timed out in 15000 ms.' },
  },
  {
    id: 'time',
    codes:
      /^Neo\.(ClientError|TransientError)\.Transaction\.(TransactionTimedOut|LockAcquisitionTimeout|LockClientStopped|Terminated)/,
    code: 'STORE_TIMEOUT',
    reason: '数据库在限定时间内没有答复',
    example: { code: 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', message: 'x' },
  },
  {
    id: 'away',
    codes:
      /^(ServiceUnavailable|SessionExpired|Neo\.(Transient|Database)Error\.(General\.DatabaseUnavailable|Database\.))/,
    code: 'STORE_UNAVAILABLE',
    reason: '连不上数据库',
    example: { code: 'ServiceUnavailable', message: 'connect ECONNREFUSED 127.0.0.1:7687' },
  },
]

/** A failure of the driver or the server as an error with a code; other errors stay as they are. Says the address, never the password. */
export function toStoreError(error: unknown, address: string): unknown {
  if (error instanceof ZhengmaiError || !(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  if (typeof code !== 'string') return error
  const rule = FAILURE_RULES.find((row) => row.codes.test(code) && (row.message?.test(error.message) ?? true))
  return new ZhengmaiError(
    rule?.code ?? 'STORE_FAILED',
    `${rule?.reason ?? '数据库出错'}：${address}（${error.message}）`,
    { cause: error, details: { address, neo4jCode: code } },
  )
}
