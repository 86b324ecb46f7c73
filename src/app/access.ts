import { userInfo } from 'node:os'
import { join } from 'node:path'
import { type Access, openAccess } from '../access/access.ts'
import { type AuditEntry, openAuditLog } from '../access/audit.ts'
import { AUDIT_FILE, KEY_FILE } from '../access/fileNames.ts'
import { type Config, isLoopback, missingKey } from '../config/loadConfig.ts'
import { ZhengmaiError } from '../errors/error.ts'
import type { Logger } from './logger.ts'

export function keyFileOf(dataDir: string): string {
  return join(dataDir, KEY_FILE)
}

export function auditFileOf(dataDir: string): string {
  return join(dataDir, AUDIT_FILE)
}

/**
 * Who may do what at the configured address.
 * @throws ZhengmaiError CONFIG_INVALID where a key is needed and there is none
 */
export async function openServiceAccess(config: Config, logger: Logger): Promise<Access> {
  const { host, dataDir, apiKey, access: settings } = config
  const isLocal = isLoopback(host)
  const access = openAccess({
    ...settings,
    ...{ isLoopback: isLocal, apiKey, keyFile: keyFileOf(dataDir) },
    audit: openAuditLog(auditFileOf(dataDir), {
      onFault: (err) => logger.error({ err }, 'a change could not be written to the audit log'),
    }),
    onFault: (err) => logger.error({ err }, 'the key file is of no use: its keys are refused'),
  })
  if ((await access.keys.isEmpty()) && (!isLocal || settings.readers === 'keys')) {
    const reason = isLocal ? 'ZHENGMAI_READERS=keys 时须有密钥，可用 zhengmai key add 建立' : missingKey(host)
    throw new ZhengmaiError('CONFIG_INVALID', `配置有误：\n- ZHENGMAI_API_KEY: ${reason}`)
  }
  return access
}

/** Writes down what the command line changed, done or not; whoever may write the data folder needs no key. */
export async function audited<T>(
  dataDir: string,
  words: Pick<AuditEntry, 'what' | 'target'>,
  make: () => Promise<T>,
): Promise<T> {
  const audit = openAuditLog(auditFileOf(dataDir))
  const record = (result: string) => audit.record({ by: cliUser(), address: null, ...words, result })
  try {
    const made = await make()
    await record('done')
    return made
  } catch (error) {
    await record(error instanceof ZhengmaiError ? error.code : 'INTERNAL')
    throw error
  }
}

function cliUser(): string {
  try {
    return `cli:${userInfo().username}`
  } catch {
    // a container may run as a user without a name
    return 'cli'
  }
}
