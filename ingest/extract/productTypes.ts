import type { TextRange } from '../../src/domain/span.ts'

/** The vocabulary of product types as in `seeds/product-types.json`: SKOS-like, editable. */
export interface ProductVocabulary {
  readonly types: readonly {
    readonly name: string
    readonly broader: string | null
    /** Words that mean this type; the name itself should be among them. */
    readonly labels: readonly string[]
  }[]
  /** Words that mean several types at once. */
  readonly combined: readonly { readonly label: string; readonly means: readonly string[] }[]
  /** Words that hold a label but mean no product: 药品上市许可持有人. */
  readonly ignored: readonly string[]
}

export interface ProductMentionFact {
  readonly name: string
  readonly range: TextRange
}

export interface ProductMatcher {
  /** Places where the text names a product type, longest word first, masked ranges left out. */
  find(text: string, range: TextRange, masked: readonly TextRange[]): ProductMentionFact[]
  /** What a clause is about: the types that it names, parents only where they are named for themselves. */
  about(mentions: readonly ProductMentionFact[]): string[]
}

/** What the name of an institute or a system says of its work, after the product words. */
const INSTITUTE_WORK =
  '产业|发展|包装|技术|检验|检测|鉴定|审评|审核|查验|核查|检查|评价|安全|质量|抽样|招采|管理|监测|监管|不良反应|研究|标准|监督|注册|流通|生产|稽查|推广|服务'
const INSTITUTE_END =
  '研究院|研究所|检验所|检测所|检验院|鉴定站|中心|分中心|子系统|处|分局|学会|协会|服务站|推广站|领导小组|联席会议|指挥部|工作专班|办公室|办(?![理公好法案学])'

/**
 * The name of an institute or system holds product words and means none of them: 省医疗器械和药品包装检验研究院,
 * 省农业机械试验鉴定站.
 */
function institutesOf(labels: readonly string[]): RegExp {
  const products = labels.map(escapePattern).join('|')
  return new RegExp(
    `(?:${products})(?:[和与及]|试验|食品|${products}|${INSTITUTE_WORK}){0,8}(?:${INSTITUTE_END})`,
    'gu',
  )
}

/** Compiles a vocabulary into one matcher. */
export function createProductMatcher(vocabulary: ProductVocabulary): ProductMatcher {
  const meaning = new Map<string, readonly string[]>()
  const add = (label: string, names: readonly string[]) => {
    meaning.set(label, [...new Set([...(meaning.get(label) ?? []), ...names])])
  }
  for (const type of vocabulary.types)
    for (const label of [type.name, ...type.labels]) add(label, [type.name])
  for (const row of vocabulary.combined) meaning.set(row.label, row.means)
  for (const label of vocabulary.ignored) meaning.set(label, [])
  const labels = [...meaning.keys()].sort((a, b) => b.length - a.length)
  const institute = institutesOf(labels)
  const pattern = new RegExp(labels.map(escapePattern).join('|'), 'g')
  const order = new Map(vocabulary.types.map((type, i) => [type.name, i]))
  const broader = new Map(vocabulary.types.map((type) => [type.name, type.broader]))

  return {
    find(text, range, masked) {
      const found: ProductMentionFact[] = []
      const institutes = [...text.slice(range.start, range.end).matchAll(institute)].map((match) => ({
        start: range.start + match.index,
        end: range.start + match.index + match[0].length,
      }))
      const holes = [...masked, ...institutes]
      for (const match of text.slice(range.start, range.end).matchAll(pattern)) {
        const start = range.start + match.index
        const end = start + match[0].length
        if (holes.some((hole) => hole.start < end && start < hole.end)) continue
        for (const name of meaning.get(match[0]) ?? []) found.push({ name, range: { start, end } })
      }
      return found
    },
    about(mentions) {
      const named = new Set(mentions.map((mention) => mention.name))
      // A word that names both a type and its parent (新药) speaks for the narrower type alone.
      const parents = new Set<string>()
      for (const name of named) {
        const parent = broader.get(name)
        if (parent == null || !named.has(parent)) continue
        const own = mentions.some(
          (m) =>
            m.name === parent && !mentions.some((n) => n.name === name && n.range.start === m.range.start),
        )
        if (!own) parents.add(parent)
      }
      return [...named]
        .filter((name) => !parents.has(name))
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }
}

function escapePattern(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
