import type { AddCommand } from '../addCommand.ts'
import { wholeUpTo } from '../arguments.ts'
import type { ListedKey } from '../keyWords.ts'

const MOST_RATE = 1_000_000

/** `zhengmai key add|list|revoke`: who may use the service, and what for. */
export const addKey: AddCommand = (program, runtime) => {
  const { terminal } = runtime
  const group = program.command('key').description('管理访问密钥 keys for the service')
  group
    .command('add')
    .description('建立密钥；只显示这一次 make a key, shown this once')
    .argument('<name>', '名称，记入审计日志 a name, for the audit log')
    .option('--scope <scopes>', 'read、ingest、review，用逗号隔开', 'read')
    .option('--rate <n>', '每分钟请求数上限 most requests a minute', wholeUpTo(MOST_RATE))
    .option('--json', '输出 JSON print JSON')
    .action(async (name: string, flags: { scope: string; rate?: number; json?: true }) => {
      const { scope: scopes, rate: ratePerMinute = null } = flags
      const key = await runtime.addKey({ name, scopes, ratePerMinute })
      // the key alone on standard output: a script may take it from there
      if (flags.json === true) terminal.out(`${JSON.stringify({ name, key })}\n`)
      else {
        terminal.out(`${key}\n`)
        terminal.err(`密钥 ${name}（${scopes}）只显示这一次，请妥善保存\n`)
      }
    })
  group
    .command('list')
    .description('列出密钥（不含密钥本身）')
    .option('--json', '输出 JSON print JSON')
    .action(async ({ json }: { json?: true }) => {
      const keys = await runtime.keys()
      terminal.out(json === true ? `${JSON.stringify(keys, null, 2)}\n` : formatKeys(keys))
    })
  group
    .command('revoke')
    .description('撤销密钥，运行中的服务立即生效 take a key away at once')
    .argument('<name>', '名称')
    .action(async (name: string) => {
      const left = await runtime.revokeKey(name)
      terminal.out(`已撤销 ${name}，还有 ${left} 个密钥\n`)
    })
}

/** `zhengmai audit`: who changed what. */
export const addAudit: AddCommand = (program, runtime) => {
  program
    .command('audit')
    .description('最近的数据改动，最新的在前 the last changes, latest first')
    .option('--first <n>', '最多几条，1 至 1000', wholeUpTo(1000), 20)
    .option('--json', '输出 JSON print JSON')
    .action(async ({ first, json }: { first: number; json?: true }) => {
      const lines = await runtime.audit(first)
      const words = lines.map(({ at, by, address, what, target, result }) =>
        [at, by ?? '（本机）', address ?? '-', what, result, target].join('  '),
      )
      const text = words.length === 0 ? '还没有改动\n' : `${words.join('\n')}\n`
      runtime.terminal.out(json === true ? `${JSON.stringify(lines, null, 2)}\n` : text)
    })
}

function formatKeys(keys: readonly ListedKey[]): string {
  if (keys.length === 0) return '没有密钥\n'
  return keys
    .map(({ name, scopes, ratePerMinute, createdAt }) => {
      const rate = ratePerMinute === null ? '' : `  每分钟 ${ratePerMinute} 次`
      return `${name}  ${scopes.join(',')}  ${createdAt}${rate}\n`
    })
    .join('')
}
