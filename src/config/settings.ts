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
    zh: '监听地址；不是本机回环地址时必须设 `ZHENGMAI_API_KEY`',
    en: 'address to listen on; other than loopback it needs `ZHENGMAI_API_KEY`',
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
    zh: '存储：本版本只有内嵌的 `embedded`',
    en: 'store: this version has `embedded` only',
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
    zh: '保护一切改动数据的接口；监听非回环地址时必填',
    en: 'protects whatever changes data; required when the host is not loopback',
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
    zh: '读取一个 PDF 或图片（含文字识别）的时间上限（秒）',
    en: 'most seconds to read one PDF or picture, recognition included',
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
