import type { AnnexNode, ClauseNode, DocumentNode, SectionNode } from '../domain/nodes.ts'

/** How to cite a document: 《…的实施意见》（济政办字〔2024〕23号）. A title's own 《》 become 〈〉 (GB/T 15834—2011, 4.15.3.4). */
export function documentReference({ title, number }: Pick<DocumentNode, 'title' | 'number'>): string {
  const name = `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
  return number === null ? name : `${name}（${number}）`
}

/** Where a clause stands: the section and annex that hold it, for an item the clauses above it, outermost first. */
export interface ClausePath {
  readonly annex: Pick<AnnexNode, 'label' | 'ordinal'> | null
  readonly section: Pick<SectionNode, 'label'> | null
  readonly above: readonly Pick<ClauseNode, 'label' | 'title'>[]
}

/** How to cite a clause: 《…》（…）第二部分第（五）项; an article, numbered through, needs no section: 《…》第五条. */
export function clauseReference(
  document: Pick<DocumentNode, 'title' | 'number'>,
  clause: Pick<ClauseNode, 'label' | 'title'>,
  { annex, section, above }: ClausePath,
): string {
  const steps = [...above, clause]
  const isArticle = steps.some(({ label }) => /条$/u.test(label))
  const place = [
    annex === null ? '' : annex.label || `附件${annex.ordinal}`,
    section === null || isArticle ? '' : sectionLabel(section.label),
    ...steps.map(itemLabel),
  ]
  return documentReference(document) + place.join('')
}

/** 一 → 第一部分; 第二章 stays. */
function sectionLabel(label: string): string {
  if (label === '') return ''
  return label.startsWith('第') ? label : `第${label.replace(/[、.．]$/u, '')}部分`
}

/** （五） → 第（五）项, 3. → 第3项, 第五条 stays; one without a label goes by its heading. */
function itemLabel({ label, title }: Pick<ClauseNode, 'label' | 'title'>): string {
  const mark = label.replace(/[、.．]$/u, '')
  if (mark === '') return title === null ? '' : `“${title}”`
  return mark.startsWith('第') ? mark : `第${mark}项`
}
