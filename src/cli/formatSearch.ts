import type { SearchMode } from '../domain/vocabulary.ts'
import type { FoundClause, SearchAnswer } from './runtime.ts'

export const MODE_NAMES: Readonly<Record<SearchMode, string>> = {
  HYBRID: '语义加关键词',
  SEMANTIC: '语义',
  KEYWORD: '关键词',
}
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}

/** The answer for a person: hits with their passage, where it stands and its id; then what the corpus covers. */
export function formatSearch(answer: SearchAnswer): string {
  const { hits, interpretation, relevant, total, servedBy, coverage } = answer
  const lines = hits.flatMap(formatHit)
  if (hits.length === 0) lines.push('没有找到')
  else if (!relevant) lines.push('库中似乎没有与此相关的条款；以上只是最接近的')
  lines.push(...interpretation.map((note) => `注：${note}`))
  const span = coverage.issuedFrom === null ? '' : `，成文 ${coverage.issuedFrom} 至 ${coverage.issuedUntil}`
  lines.push(
    `共 ${total} 条，列出 ${hits.length} 条；方式：${MODE_NAMES[servedBy]}`,
    `范围：${coverage.documents} 份文件 ${coverage.clauses} 条（${coverage.places.join('、') || '无'}${span}）${coverage.semantic ? '' : '；语义检索未启用'}`,
  )
  return `${lines.join('\n')}\n`
}

function formatHit(hit: FoundClause, index: number): string[] {
  const { document } = hit
  const facts = [document.number, document.place, document.issuedOn].filter((fact) => fact !== null)
  return [
    `${index + 1}. ${hit.label}${hit.title ?? ''}　${hit.score.toFixed(2)}`,
    `   《${document.title}》${facts.length === 0 ? '' : `（${facts.join('，')}）`}`,
    `   ${plainText(hit.highlight)}`,
    `   ${hit.id}`,
  ]
}

/** A highlight without its HTML; the words found stand in 【】. */
function plainText(highlight: string): string {
  return highlight
    .replaceAll('<mark>', '【')
    .replaceAll('</mark>', '】')
    .replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}
