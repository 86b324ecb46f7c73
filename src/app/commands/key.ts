import { chmod, stat } from 'node:fs/promises'
import { type AuditEntry, readAuditLog } from '../../access/audit.ts'
import { addKey, readKeyFile, revokeKey } from '../../access/keyFile.ts'
import { parseScopes } from '../../access/scopes.ts'
import type { KeyWords, ListedKey } from '../../cli/keyWords.ts'
import { audited, auditFileOf, keyFileOf } from '../access.ts'
import type { CommandContext } from '../context.ts'

/**
 * `key add`: beside a running service, which knows the key from its next request on.
 * @returns the key, which can be had this once
 * @throws ZhengmaiError BAD_INPUT, CONFIG_INVALID
 */
export function runKeyAdd({ config }: CommandContext, words: KeyWords): Promise<string> {
  const scopes = parseScopes(words.scopes)
  const { name, ratePerMinute } = words
  return audited(config.dataDir, { what: 'key-add', target: `${name} ${scopes.join(',')}` }, () =>
    addKey(keyFileOf(config.dataDir), { name, scopes, ratePerMinute }),
  )
}

/** `key revoke`: how many keys are left in the file. @throws ZhengmaiError NOT_FOUND, CONFIG_INVALID */
export function runKeyRevoke({ config }: CommandContext, name: string): Promise<number> {
  return audited(config.dataDir, { what: 'key-revoke', target: name }, () =>
    revokeKey(keyFileOf(config.dataDir), name),
  )
}

/** `key list`: all but the keys themselves, which nobody knows. A file that others can read is closed to them. */
export async function listKeys({ config }: CommandContext): Promise<readonly ListedKey[]> {
  const path = keyFileOf(config.dataDir)
  const keys = await readKeyFile(path)
  const mode = (await stat(path).catch(() => null))?.mode ?? 0
  if ((mode & 0o077) !== 0) await chmod(path, 0o600)
  return keys.map(({ name, scopes, ratePerMinute, createdAt }) => ({
    name,
    scopes,
    ratePerMinute,
    createdAt,
  }))
}

/** `audit`: the last changes, latest first. */
export function readAudit({ config }: CommandContext, first: number): Promise<readonly AuditEntry[]> {
  return readAuditLog(auditFileOf(config.dataDir), first)
}
