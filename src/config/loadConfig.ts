import { resolve } from 'node:path'
import { ZhengmaiError } from '../errors/error.ts'
import { type AccessConfig, readAccess } from './accessConfig.ts'
import { defaultDataDir, defaultModelDir, type Surroundings } from './folders.ts'
import { type Neo4jConfig, readNeo4j } from './neo4jConfig.ts'
import { type ReadingConfig, readReading } from './readingConfig.ts'
import type { Complain, ReadSetting, SettingName } from './settings.ts'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
export const STORES = ['embedded', 'neo4j'] as const
export type StoreName = (typeof STORES)[number]

/** The settings, checked and complete. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  readonly store: StoreName
  /** Read by the store `neo4j` alone. */
  readonly neo4j: Neo4jConfig
  /** Absolute. */
  readonly modelDir: string
  /** Origin of the model hub, without a slash at the end. */
  readonly modelEndpoint: string
  readonly apiKey: string | null
  readonly access: AccessConfig
  readonly reading: ReadingConfig
  readonly logLevel: LogLevel
}

export type Environment = Readonly<Record<string, string | undefined>>

/** HTTP header values cannot hold other characters (RFC 9110, 5.5), and the key is sent in one. */
const KEY_CHARACTERS = /^[\x21-\x7e]+$/
/** A key that can be guessed protects nothing. */
const KEY_LENGTH = 16

/**
 * The configuration that the environment gives; an empty variable counts as unset.
 * @throws ZhengmaiError CONFIG_INVALID naming all faults at once, one `- VARIABLE: message` a line
 */
export function loadConfig(env: Environment, surroundings: Surroundings): Config {
  const faults: string[] = []
  const complain: Complain = (name, message) => faults.push(`- ${name}: ${message}`)
  const read: ReadSetting = (name) => {
    const value = env[name]?.trim() ?? ''
    return value === '' ? null : value
  }
  const path = (name: SettingName, fallback: string) => {
    const given = read(name)
    return given === null ? fallback : resolve(surroundings.workingDir, given)
  }
  const host = readHost(read, complain)
  const dataDir = path('ZHENGMAI_DATA_DIR', defaultDataDir(env, surroundings))
  const config: Config = {
    host,
    port: readPort(read, complain),
    dataDir,
    store: readStore(read, complain),
    neo4j: readNeo4j(read, complain),
    modelDir: path('ZHENGMAI_MODEL_DIR', defaultModelDir(env, surroundings)),
    modelEndpoint: readEndpoint(read, complain),
    apiKey: readApiKey(read, complain, { host, hasKeys: surroundings.hasKeys?.(dataDir) ?? false }),
    access: readAccess(read, complain, isLoopback(host)),
    reading: readReading(read, complain),
    logLevel: readLogLevel(read, complain),
  }
  if (faults.length > 0) throw new ZhengmaiError('CONFIG_INVALID', `配置有误：\n${faults.join('\n')}`)
  return config
}

/** Whether only this machine can reach the address: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

function readHost(read: ReadSetting, complain: Complain): string {
  const host = read('ZHENGMAI_HOST') ?? '127.0.0.1'
  if (/[\s/@]|:\/\//.test(host)) complain('ZHENGMAI_HOST', `应为主机名或 IP 地址，得到 ${host}`)
  return host
}

function readPort(read: ReadSetting, complain: Complain): number {
  const given = read('ZHENGMAI_PORT')
  if (given === null) return 4000
  const port = Number(given)
  if (/^\d+$/.test(given) && port <= 65_535) return port
  complain('ZHENGMAI_PORT', `应为 0 至 65535 的整数，得到 ${given}`)
  return 0
}

function readStore(read: ReadSetting, complain: Complain): StoreName {
  const given = read('ZHENGMAI_STORE') ?? 'embedded'
  const store = STORES.find((name) => name === given.toLowerCase())
  if (store === undefined) complain('ZHENGMAI_STORE', `应为 ${STORES.join('、')} 之一，得到 ${given}`)
  return store ?? 'embedded'
}

function readEndpoint(read: ReadSetting, complain: Complain): string {
  const given = read('HF_ENDPOINT') ?? 'https://huggingface.co'
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    complain('HF_ENDPOINT', `应为 http(s) 网址，得到 ${given}`)
  }
  return given.replace(/\/+$/, '')
}

function readApiKey(
  read: ReadSetting,
  complain: Complain,
  { host, hasKeys }: { readonly host: string; readonly hasKeys: boolean },
): string | null {
  const key = read('ZHENGMAI_API_KEY')
  if (key === null) {
    if (!isLoopback(host) && !hasKeys) complain('ZHENGMAI_API_KEY', missingKey(host))
    return null
  }
  if (!KEY_CHARACTERS.test(key)) complain('ZHENGMAI_API_KEY', '只能用可见的 ASCII 字符，不含空格')
  else if (key.length < KEY_LENGTH) complain('ZHENGMAI_API_KEY', `至少 ${KEY_LENGTH} 个字符`)
  return key
}

/** What is said where a service would be open to others. */
export function missingKey(host: string): string {
  return `监听 ${host}（不是本机回环地址）时必须设置，或先用 zhengmai key add 建立密钥`
}

function readLogLevel(read: ReadSetting, complain: Complain): LogLevel {
  const given = read('ZHENGMAI_LOG_LEVEL') ?? 'info'
  const level = LOG_LEVELS.find((name) => name === given.toLowerCase())
  if (level === undefined) complain('ZHENGMAI_LOG_LEVEL', `应为 ${LOG_LEVELS.join('、')} 之一，得到 ${given}`)
  return level ?? 'info'
}
