import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../errors/error.ts'
import type { Surroundings } from './folders.ts'
import { type Environment, isLoopback, loadConfig } from './loadConfig.ts'
import { formatSettings, SETTINGS } from './settings.ts'

const CHECKOUT: Surroundings = {
  platform: 'linux',
  home: '/home/li',
  checkout: '/src/zm',
  workingDir: '/tmp/w',
}
const INSTALLED: Surroundings = { ...CHECKOUT, checkout: null }

function faultsOf(env: Environment, surroundings = CHECKOUT): string[] {
  try {
    loadConfig(env, surroundings)
  } catch (error) {
    if (error instanceof ZhengmaiError && error.code === 'CONFIG_INVALID')
      return error.message.split('\n').slice(1)
    throw error
  }
  return []
}

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({}, CHECKOUT)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: '/src/zm/.zhengmai',
      store: 'embedded',
      neo4j: {
        ...{ uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: '', database: null, poolSize: 50 },
        ...{ connectSeconds: 5, acquireSeconds: 15, querySeconds: 30, waitSeconds: 30 },
      },
      modelDir: '/home/li/.cache/zhengmai/models',
      modelEndpoint: 'https://huggingface.co',
      apiKey: null,
      access: { readers: null, allowedHosts: [], trustedProxies: [], ratePerMinute: null },
      reading: {
        ...{ ocr: true, fileMegabytes: null, unpackedMegabytes: null, memoryMegabytes: null },
        ...{ pages: null, seconds: null },
      },
      logLevel: 'info',
    })
  })

  it('takes an empty variable as unset', () => {
    const empty = Object.fromEntries(SETTINGS.map((row) => [row.name, '  ']))
    expect(loadConfig(empty, CHECKOUT)).toEqual(loadConfig({}, CHECKOUT))
  })

  it.each<[string, Environment, Surroundings, string]>([
    ['installed', {}, INSTALLED, '/home/li/.local/share/zhengmai'],
    ['XDG', { XDG_DATA_HOME: '/data' }, INSTALLED, '/data/zhengmai'],
    [
      'a relative XDG path is invalid',
      { XDG_DATA_HOME: 'data' },
      INSTALLED,
      '/home/li/.local/share/zhengmai',
    ],
    ['macOS', {}, { ...INSTALLED, platform: 'darwin' }, '/home/li/Library/Application Support/zhengmai'],
    ['Windows', { LOCALAPPDATA: 'C:\\L' }, { ...INSTALLED, platform: 'win32' }, 'C:\\L\\zhengmai'],
    ['given, relative', { ZHENGMAI_DATA_DIR: 'd' }, CHECKOUT, '/tmp/w/d'],
    ['given, absolute', { ZHENGMAI_DATA_DIR: '/d' }, INSTALLED, '/d'],
  ])('finds the data folder: %s', (_name, env, surroundings, expected) => {
    expect(loadConfig(env, surroundings).dataDir).toBe(expected)
  })

  it.each<[Environment, string[]]>([
    [{ ZHENGMAI_PORT: '70000' }, ['- ZHENGMAI_PORT: 应为 0 至 65535 的整数，得到 70000']],
    [{ ZHENGMAI_PORT: '4e3' }, ['- ZHENGMAI_PORT: 应为 0 至 65535 的整数，得到 4e3']],
    [{ ZHENGMAI_STORE: 'oracle' }, ['- ZHENGMAI_STORE: 应为 embedded、neo4j 之一，得到 oracle']],
    [
      { ZHENGMAI_NEO4J_URI: 'http://db:7474' },
      [
        '- ZHENGMAI_NEO4J_URI: 应为 bolt:// 或 neo4j:// 开头的地址（加密用 bolt+s://、neo4j+s://），得到 http://db:7474',
      ],
    ],
    [
      { ZHENGMAI_NEO4J_URI: 'bolt://neo4j:secret@db' },
      ['- ZHENGMAI_NEO4J_URI: 地址里不能写用户名和密码，请用 ZHENGMAI_NEO4J_USER 和 ZHENGMAI_NEO4J_PASSWORD'],
    ],
    [
      { ZHENGMAI_NEO4J_DATABASE: '1x' },
      ['- ZHENGMAI_NEO4J_DATABASE: 应为 3 至 63 个字母、数字、点、连字符，以字母开头，得到 1x'],
    ],
    [{ ZHENGMAI_NEO4J_POOL_SIZE: '0' }, ['- ZHENGMAI_NEO4J_POOL_SIZE: 应为 4 至 1000 的整数，得到 0']],
    ...['CONNECT', 'ACQUIRE', 'QUERY', 'WAIT'].map((word): [Environment, string[]] => [
      { [`ZHENGMAI_NEO4J_${word}_SECONDS`]: '3601' },
      [`- ZHENGMAI_NEO4J_${word}_SECONDS: 应为 1 至 3600 的整数，得到 3601`],
    ]),
    [
      { ZHENGMAI_HOST: '0.0.0.0' },
      ['- ZHENGMAI_API_KEY: 监听 0.0.0.0（不是本机回环地址）时必须设置，或先用 zhengmai key add 建立密钥'],
    ],
    [{ ZHENGMAI_READERS: 'all' }, ['- ZHENGMAI_READERS: 应为 anyone 或 keys，得到 all']],
    [
      { ZHENGMAI_ALLOWED_HOSTS: 'policy.example, http://x' },
      ['- ZHENGMAI_ALLOWED_HOSTS: 应为不带端口的主机名，用逗号隔开，得到 http://x'],
    ],
    [
      { ZHENGMAI_TRUSTED_PROXIES: '10.0.0.0/8,proxy' },
      ['- ZHENGMAI_TRUSTED_PROXIES: 应为 IP 地址或网段，用逗号隔开，得到 proxy'],
    ],
    [{ ZHENGMAI_RATE_PER_MINUTE: '-1' }, ['- ZHENGMAI_RATE_PER_MINUTE: 应为 0 至 1000000 的整数，得到 -1']],
    [{ ZHENGMAI_HOST: '0.0.0.0', ZHENGMAI_API_KEY: 'short' }, ['- ZHENGMAI_API_KEY: 至少 16 个字符']],
    [{ ZHENGMAI_API_KEY: '密钥密钥密钥密钥密钥' }, ['- ZHENGMAI_API_KEY: 只能用可见的 ASCII 字符，不含空格']],
    [{ ZHENGMAI_OCR: 'maybe' }, ['- ZHENGMAI_OCR: 应为 on 或 off，得到 maybe']],
    [{ ZHENGMAI_MAX_FILE_MB: '2048' }, ['- ZHENGMAI_MAX_FILE_MB: 应为 1 至 2047 的整数，得到 2048']],
    [{ ZHENGMAI_MAX_UNPACKED_MB: '1.5' }, ['- ZHENGMAI_MAX_UNPACKED_MB: 应为 1 至 2047 的整数，得到 1.5']],
    [{ ZHENGMAI_MAX_PAGES: '0' }, ['- ZHENGMAI_MAX_PAGES: 应为 1 至 100000 的整数，得到 0']],
    [{ ZHENGMAI_MAX_FILE_SECONDS: '-1' }, ['- ZHENGMAI_MAX_FILE_SECONDS: 应为 1 至 86400 的整数，得到 -1']],
    [{ HF_ENDPOINT: 'hf-mirror' }, ['- HF_ENDPOINT: 应为 http(s) 网址，得到 hf-mirror']],
  ])('names the fault of %j', (env, expected) => {
    expect(faultsOf(env)).toEqual(expected)
  })

  it('reads what reading a file may cost', () => {
    const env = {
      ZHENGMAI_OCR: 'OFF',
      ZHENGMAI_MAX_FILE_MB: '8',
      ZHENGMAI_MAX_UNPACKED_MB: '512',
      ZHENGMAI_MAX_PAGES: '20',
      ZHENGMAI_MAX_FILE_SECONDS: '90',
      ZHENGMAI_MAX_FILE_MEMORY_MB: '512',
    }
    expect(loadConfig(env, CHECKOUT).reading).toEqual({
      ...{
        ocr: false,
        fileMegabytes: 8,
        unpackedMegabytes: 512,
        pages: 20,
        seconds: 90,
        memoryMegabytes: 512,
      },
    })
  })

  it.each([
    'bolt://db:7687',
    'bolt+s://db',
    'bolt+ssc://db',
    'neo4j://db',
    'neo4j+s://x.example',
    'neo4j+ssc://[::1]:7687',
  ])('takes %s for a Neo4j', (uri) => {
    const env = {
      ...{ ZHENGMAI_STORE: 'Neo4j', ZHENGMAI_NEO4J_URI: uri, ZHENGMAI_NEO4J_USER: 'li' },
      ...{ ZHENGMAI_NEO4J_PASSWORD: 'p@ss word', ZHENGMAI_NEO4J_DATABASE: 'policy' },
    }
    const { store, neo4j } = loadConfig(env, CHECKOUT)
    expect(store).toBe('neo4j')
    expect(neo4j).toMatchObject({ uri, user: 'li', password: 'p@ss word', database: 'policy' })
  })

  it.each<[string, Environment, object]>([
    [
      'lists of hosts and proxies',
      { ZHENGMAI_ALLOWED_HOSTS: 'Policy.Example， zm', ZHENGMAI_TRUSTED_PROXIES: '10.0.0.0/8, ::1' },
      { allowedHosts: ['policy.example', 'zm'], trustedProxies: ['10.0.0.0/8', '::1'] },
    ],
    ['no limit', { ZHENGMAI_RATE_PER_MINUTE: '0' }, { ratePerMinute: null }],
    [
      'a limit',
      { ZHENGMAI_RATE_PER_MINUTE: '30', ZHENGMAI_READERS: 'KEYS' },
      { ratePerMinute: 30, readers: 'keys' },
    ],
    [
      'a limit beyond loopback',
      { ZHENGMAI_HOST: '0.0.0.0', ZHENGMAI_API_KEY: 'a-key-of-sixteen-' },
      { ratePerMinute: 1200 },
    ],
  ])('reads %s of access', (_what, env, access) => {
    expect(loadConfig(env, CHECKOUT).access).toMatchObject(access)
  })

  it('takes keys that were made before for the key of the settings', () => {
    const hasKeys = (dataDir: string) => dataDir === '/keys'
    const env = { ZHENGMAI_HOST: '0.0.0.0', ZHENGMAI_DATA_DIR: '/keys' }
    expect(loadConfig(env, { ...CHECKOUT, hasKeys }).apiKey).toBeNull()
  })

  it('names all faults at once', () => {
    const faults = faultsOf({ ZHENGMAI_PORT: 'x', ZHENGMAI_LOG_LEVEL: 'loud', ZHENGMAI_HOST: '::' })
    expect(faults.map((line) => line.slice(2, line.indexOf(':')))).toEqual([
      'ZHENGMAI_PORT',
      'ZHENGMAI_API_KEY',
      'ZHENGMAI_LOG_LEVEL',
    ])
  })
})

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['LOCALHOST', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['127.evil.example', false],
  ['192.168.1.2', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})

it('prints a table row for each setting', () => {
  const lines = formatSettings().split('\n')
  expect(lines).toHaveLength(SETTINGS.length + 2)
  for (const line of lines) expect(line.match(/ \| /g)).toHaveLength(2)
})
