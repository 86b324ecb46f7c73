/** One environment variable that the program reads; the README's table is printed from these rows. */
export interface Setting {
  readonly name: string
  /** As a reader should see it; the value itself is made in `loadConfig`. */
  readonly default: string
  readonly zh: string
  readonly en: string
}

/** Every setting, in the order of the README. `loadConfig` reads these names and no others. */
export const SETTINGS = [
  {
    name: 'ZHENGMAI_PORT',
    default: '4000',
    zh: '服务端口（0 表示任选空闲端口）',
    en: 'port of the service (0: any free one)',
  },
  {
    name: 'ZHENGMAI_HOST',
    default: '127.0.0.1',
    zh: '监听地址；不是本机回环地址时必须设 `ZHENGMAI_API_KEY` 或先 `zhengmai key add`',
    en: 'address to listen on; other than loopback it needs `ZHENGMAI_API_KEY` or a key of `zhengmai key add`',
  },
  {
    name: 'ZHENGMAI_DATA_DIR',
    default:
      '源码目录下的 `.zhengmai`；安装后为用户数据目录 · `.zhengmai` of a checkout; installed, the user data folder',
    zh: '数据文件夹',
    en: 'data folder',
  },
  {
    name: 'ZHENGMAI_STORE',
    default: 'embedded',
    zh: '存储：内嵌的 `embedded`，或 `neo4j`',
    en: 'store: `embedded`, or `neo4j`',
  },
  {
    name: 'ZHENGMAI_NEO4J_URI',
    default: 'bolt://127.0.0.1:7687',
    zh: 'Neo4j 的地址；集群用 `neo4j://`，加密用 `bolt+s://`、`neo4j+s://`',
    en: 'address of Neo4j; `neo4j://` for a cluster, `bolt+s://`, `neo4j+s://` for TLS',
  },
  {
    name: 'ZHENGMAI_NEO4J_USER',
    default: 'neo4j',
    zh: 'Neo4j 的用户',
    en: 'user of Neo4j',
  },
  {
    name: 'ZHENGMAI_NEO4J_PASSWORD',
    default: '',
    zh: 'Neo4j 的密码，不写入日志',
    en: 'password of Neo4j, never logged',
  },
  {
    name: 'ZHENGMAI_NEO4J_DATABASE',
    default: '',
    zh: 'Neo4j 的数据库名；不填为该用户的默认数据库',
    en: 'name of the database in Neo4j; unset: the home database of the user',
  },
  {
    name: 'ZHENGMAI_NEO4J_POOL_SIZE',
    default: '50',
    zh: '到 Neo4j 的连接数上限',
    en: 'most connections to Neo4j',
  },
  {
    name: 'ZHENGMAI_NEO4J_CONNECT_SECONDS',
    default: '5',
    zh: '连接 Neo4j 的时间上限（秒）',
    en: 'most seconds to connect to Neo4j',
  },
  {
    name: 'ZHENGMAI_NEO4J_ACQUIRE_SECONDS',
    default: '15',
    zh: '等待空闲连接的时间上限（秒）',
    en: 'most seconds to wait for a free connection',
  },
  {
    name: 'ZHENGMAI_NEO4J_QUERY_SECONDS',
    default: '30',
    zh: 'Neo4j 一次查询的时间上限（秒）；写入为其十倍',
    en: 'most seconds that Neo4j may take for a query; ten times that for a write',
  },
  {
    name: 'ZHENGMAI_NEO4J_WAIT_SECONDS',
    default: '30',
    zh: 'Neo4j 没有应答时命令等待多久（秒）；服务会一直等',
    en: 'how long a command waits for a Neo4j that does not answer (seconds); a service waits on',
  },
  {
    name: 'ZHENGMAI_MODEL_DIR',
    default: '用户缓存目录下的 `zhengmai/models` · `zhengmai/models` in the user cache',
    zh: '向量模型文件夹',
    en: 'folder of the embedding model',
  },
  {
    name: 'HF_ENDPOINT',
    default: 'https://huggingface.co',
    zh: '模型下载站点（可填镜像）',
    en: 'site to download the model from (a mirror, for one)',
  },
  {
    name: 'ZHENGMAI_API_KEY',
    default: '',
    zh: '有全部权限的密钥：改动数据须带上它；监听非回环地址时读取也须带密钥',
    en: 'a key for everything: asked of whoever changes data, and beyond loopback of readers too',
  },
  {
    name: 'ZHENGMAI_READERS',
    default: '',
    zh: '谁可以读取：任何人 `anyone`，或持有密钥者 `keys`；不填时本机回环地址为前者，否则为后者',
    en: 'who may read: `anyone`, or holders of `keys`; unset: the former on loopback, else the latter',
  },
  {
    name: 'ZHENGMAI_ALLOWED_HOSTS',
    default: '',
    zh: '除本机名称外，允许用来访问服务的主机名（逗号隔开，不带端口；`*` 为全部）',
    en: 'names the service may be asked for besides those of this machine (commas, no ports; `*` for all)',
  },
  {
    name: 'ZHENGMAI_TRUSTED_PROXIES',
    default: '',
    zh: '可信反向代理的 IP 地址或网段（逗号隔开），只采信它们的 `X-Forwarded-*`',
    en: 'addresses or ranges of reverse proxies (commas) whose `X-Forwarded-*` is believed',
  },
  {
    name: 'ZHENGMAI_RATE_PER_MINUTE',
    default: '',
    zh: '每个地址、每个密钥每分钟的请求数上限（0 为不限）；不填时本机回环地址不限，否则 1200',
    en: 'most requests a minute of an address, and of a key (0: no limit); unset: none on loopback, else 1200',
  },
  {
    name: 'ZHENGMAI_OCR',
    default: 'on',
    zh: '扫描页和图片的文字识别：`on`、`off`',
    en: 'recognise scanned pages and pictures: `on`, `off`',
  },
  {
    name: 'ZHENGMAI_MAX_FILE_MB',
    default: '64',
    zh: '一个文件的大小上限（MB）；纯文本和 HTML 另不超过 16 MB',
    en: 'most megabytes of a file; plain text and HTML besides at most 16',
  },
  {
    name: 'ZHENGMAI_MAX_UNPACKED_MB',
    default: '256',
    zh: '一个 DOCX、OFD 或 ZIP 解压后的总量上限（MB）',
    en: 'most megabytes that one DOCX, OFD or ZIP unpacks to',
  },
  {
    name: 'ZHENGMAI_MAX_PAGES',
    default: '1000',
    zh: '一个 PDF、OFD 或扫描件的页数上限',
    en: 'most pages of a PDF, OFD or scan',
  },
  {
    name: 'ZHENGMAI_MAX_FILE_SECONDS',
    default: '1800',
    zh: '读取一个文件（含文字识别）的时间上限（秒）',
    en: 'most seconds to read one file, recognition included',
  },
  {
    name: 'ZHENGMAI_MAX_FILE_MEMORY_MB',
    default: '1024',
    zh: '读取一个文件（纯文本除外）的进程的内存上限（MB）；文字识别另用约 1.9 GB',
    en: 'most megabytes of memory of the process that reads one file other than plain text; recognition takes some 1.9 GB besides',
  },
  {
    name: 'ZHENGMAI_LOG_LEVEL',
    default: 'info',
    zh: '日志级别：`debug`、`info`、`warn`、`error`、`silent`',
    en: 'log level: `debug`, `info`, `warn`, `error`, `silent`',
  },
] as const satisfies readonly Setting[]
export type SettingName = (typeof SETTINGS)[number]['name']

/** The value of a variable, trimmed; null where it is unset or empty. */
export type ReadSetting = (name: SettingName) => string | null
/** Takes what is wrong with a variable. */
export type Complain = (name: SettingName, message: string) => void

/** The settings as the rows of a Markdown table, for the README. */
export function formatSettings(settings: readonly Setting[] = SETTINGS): string {
  const rows = settings.map((row) => {
    const code = /^[\w.:/-]+$/.test(row.default) ? `\`${row.default}\`` : row.default
    return `| \`${row.name}\` | ${code === '' ? '—' : code} | ${row.zh} · ${row.en} |`
  })
  return ['| 变量 variable | 默认 default | 含义 meaning |', '| --- | --- | --- |', ...rows].join('\n')
}
