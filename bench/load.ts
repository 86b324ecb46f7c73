import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench, CorpusPlace } from './bench.ts'
import { makeCorpus } from './corpus.ts'
import { type Figure, type FigureTitle, singleFigure, skippedFigure } from './figure.ts'
import { memoryFigure, readMemory } from './memory.ts'

const MEGABYTE = 2 ** 20

/** Speed of writing the synthetic corpus, ready to be written, and what it takes on the disk and in memory. */
export async function measure({ built, sizes, corpus }: Bench): Promise<Figure[]> {
  const place = corpus('large')
  const loaded = await makeCorpus(built, { name: 'large', place, sizes })
  const title = (name: string, what: string, unit: FigureTitle['unit']): FigureTitle => ({
    ...{ name: `load/${name}`, what: `${what}, ${sizes.largeClauses} clauses`, unit },
  })
  const rate = title('clauses', 'clauses written', '1/s')
  const vectors = title('vectors', 'vectors written with them', '1/s')
  const all = loaded === null ? null : { perSecond: 1000 / loaded.ms, ...loaded }
  return [
    all === null ? skippedFigure(rate, 'was there already') : singleFigure(rate, all.clauses * all.perSecond),
    all === null || all.vectors === 0
      ? skippedFigure(vectors, all === null ? 'was there already' : 'no model')
      : singleFigure(vectors, all.vectors * all.perSecond),
    singleFigure(title('disk', 'on the disk', 'MB'), diskOf(place) / MEGABYTE),
    singleFigure(
      title('peak', 'greatest memory of the writing process', 'MB'),
      process.resourceUsage().maxRSS / 1024,
    ),
    ...serverMemory(place, title('server', 'memory of the Neo4j server', 'MB')),
  ]
}

function diskOf({ dataDir, neo4j }: CorpusPlace): number {
  return sizeOf(neo4j === null ? dataDir : join(neo4j.dir, 'data'))
}

function sizeOf(path: string): number {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.blocks * 512 // st_blocks counts 512 bytes
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

function serverMemory({ neo4j }: CorpusPlace, title: FigureTitle): Figure[] {
  return neo4j === null ? [] : [memoryFigure(title, readMemory(neo4j.pid, 'VmRSS'))]
}
