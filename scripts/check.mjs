// Everything that must hold before a commit, the quickest first; stops at the first fault.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tool = (...path) => join('node_modules', ...path)
/** Name, needed file, then the words for Node. */
const STEPS = [
  ['格式与规则 biome', tool('@biomejs', 'biome', 'bin', 'biome'), ['ci', '.']],
  ['类型 tsc', tool('typescript', 'bin', 'tsc'), ['--noEmit', '-p', '.']],
  ['类型 tsc web', tool('typescript', 'bin', 'tsc'), ['--noEmit', '-p', 'web']],
  [
    '层次 dependency-cruiser',
    tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'src', 'graph', 'ingest', 'web/src', 'test', 'scripts'],
  ],
  ['未用代码 knip', tool('knip', 'bin', 'knip.js'), []],
  ['生成代码 codegen', join('scripts', 'codegen.ts'), ['--check']],
  ['文档 docs', join('scripts', 'docs.ts'), ['--check']],
  ['测试 vitest', join('scripts', 'test.mjs'), []],
]

for (const [name, file, words] of STEPS) {
  if (!existsSync(join(root, file))) {
    process.stderr.write(`缺少 ${file}，请先运行 npm ci · missing, run: npm ci\n`)
    process.exit(2)
  }
  process.stdout.write(`— ${name}\n`)
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : []
  const { status } = spawnSync(process.execPath, [...loader, file, ...words], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`未通过 failed: ${name}\n`)
    process.exit(1)
  }
}
