import type { Outline, OutlineNode } from './values.ts'

/** Akoma Ntoso eId prefixes of the numberings (Akoma Ntoso Naming Convention 1.0, 5.3); 一、 is a section of ours too. */
const PREFIXES: Readonly<Record<string, string>> = {
  part: 'part',
  chapter: 'chp',
  division: 'sec',
  article: 'art',
}

/** The ids of all numbered elements of a document, unique and stable across re-ingestion. */
export interface ElementIds {
  /** By index of `Outline.sections`. */
  readonly sections: readonly string[]
  /** By index of `Outline.clauses`. */
  readonly clauses: readonly string[]
  /** Items below clauses. */
  readonly items: ReadonlyMap<OutlineNode, string>
}

/**
 * Gives every numbered element its id: `<document>/sec_2__cl_7`. The number is the printed one; where it cannot be read the
 * position stands for it (`p7`), and a repeated id gets `-2`. Articles are numbered through the whole document.
 * What stands in an annex is below it: `<document>/att_1/sec_2__cl_7`.
 */
export function giveIds(documentId: string, outline: Outline): ElementIds {
  const taken = new Set<string>()
  const claim = (id: string): string => {
    let free = id
    for (let n = 2; taken.has(free); n++) free = `${id}-${n}`
    taken.add(free)
    return free
  }
  const numeral = (node: OutlineNode, position: number) =>
    node.number === null ? `p${position}` : `${node.number}`
  const sections: string[] = []
  // the annexes' own numberings begin anew
  const root = (annex: number | null) => (annex === null ? documentId : `${documentId}/att_${annex + 1}`)
  outline.sections.forEach(({ node, parent, annex }, i) => {
    const eId = `${PREFIXES[node.scheme] ?? 'sec'}_${numeral(node, i + 1)}`
    sections.push(claim(parent === null ? `${root(annex)}/${eId}` : `${sections[parent]}__${eId}`))
  })
  const items = new Map<OutlineNode, string>()
  const addItems = (nodes: readonly OutlineNode[], parent: string) => {
    nodes.forEach((node, i) => {
      const id = claim(`${parent}__item_${numeral(node, i + 1)}`)
      items.set(node, id)
      addItems(node.children, id)
    })
  }
  const clauses = outline.clauses.map(({ node, section, annex, items: below }, i) => {
    const article = node.scheme === 'article'
    const eId = article ? `art_${numeral(node, i + 1)}` : `cl_${numeral(node, i + 1)}`
    const within = section === null || article ? `${root(annex)}/` : `${sections[section]}__`
    const id = claim(within + eId)
    addItems(below, id)
    return id
  })
  return { sections, clauses, items }
}
