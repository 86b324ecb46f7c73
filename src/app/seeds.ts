import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProductVocabulary } from '../../ingest/extract/productTypes.ts'
import { type AgencyTable, readAgencyTable } from '../../ingest/link/agencyTable.ts'
import { productTypeId } from '../domain/ids.ts'
import type { PlaceNode, ProductTypeNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import type { Synonym } from '../search/expand.ts'
import { readDivisions, readZones } from '../text/divisions.ts'
import type { FormerName } from '../text/gazetteer.ts'

/** The reference data that comes with the program, checked. */
export interface Seeds {
  /** Divisions, then zones. */
  readonly places: readonly PlaceNode[]
  readonly formerNames: readonly FormerName[]
  readonly agencies: AgencyTable
  readonly products: ProductVocabulary
  readonly synonyms: readonly Synonym[]
  /** The user dictionary of the segmenter, one `词 频次 词性` a line. */
  readonly words: string
}

const words = z.string().min(1)
const PRODUCTS = z.object({
  types: z.array(z.object({ name: words, broader: words.nullable(), labels: z.array(words) })),
  combined: z.array(z.object({ label: words, means: z.array(words) })),
  ignored: z.array(words),
})
const SYNONYMS = z.array(
  z.object({ term: words, means: z.array(words).min(1), source: words, embed: z.boolean().optional() }),
)

/**
 * Reads and checks `seeds/`.
 * @param root folder of the package
 * @throws ZhengmaiError SEEDS_INVALID naming the file
 */
export async function loadSeeds(root: string): Promise<Seeds> {
  const read = (name: string) => readSeed(root, name)
  const [divisions, zones, agencies, products, synonyms, dictionary] = await Promise.all([
    read('divisions.json').then((text) => parseJson('divisions.json', text)),
    read('zones.json').then((text) => parseJson('zones.json', text)),
    read('agencies.json').then((text) => parseJson('agencies.json', text)),
    read('product-types.json').then((text) => check('product-types.json', PRODUCTS, text)),
    read('synonyms.json').then((text) => check('synonyms.json', SYNONYMS, text)),
    read('words.txt'),
  ])
  const places = readDivisions(divisions)
  const special = readZones(zones, places.places)
  checkBroader(products)
  return {
    places: [...places.places, ...special.places],
    formerNames: [...places.formerNames, ...special.formerNames],
    agencies: readAgencyTable(agencies),
    products,
    synonyms,
    words: dictionary,
  }
}

/** The vocabulary as nodes of the graph. */
export function productTypeNodes({ types }: ProductVocabulary): ProductTypeNode[] {
  return types.map(({ name, broader, labels }) => ({
    kind: 'PRODUCT_TYPE',
    id: productTypeId(name),
    name,
    aliases: labels.filter((label) => label !== name),
    broaderId: broader === null ? null : productTypeId(broader),
  }))
}

async function readSeed(root: string, name: string): Promise<string> {
  const file = join(root, 'seeds', name)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new ZhengmaiError('SEEDS_INVALID', `读不到程序自带的数据：${file}`, { cause: error })
  }
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ZhengmaiError('SEEDS_INVALID', `seeds/${name} 不是 JSON：${(error as Error).message}`, {
      cause: error,
    })
  }
}

function check<T>(name: string, schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(parseJson(name, text))
  if (result.success) return result.data
  throw new ZhengmaiError('SEEDS_INVALID', `seeds/${name} 有误：\n${z.prettifyError(result.error)}`)
}

/** A broader type is a type itself. */
function checkBroader({ types }: ProductVocabulary): void {
  const names = new Set(types.map((type) => type.name))
  const lost = types.filter((type) => type.broader !== null && !names.has(type.broader))
  if (lost.length === 0) return
  const list = lost.map((type) => `${type.name} → ${type.broader}`).join('、')
  throw new ZhengmaiError('SEEDS_INVALID', `seeds/product-types.json 的上位类型不存在：${list}`)
}
