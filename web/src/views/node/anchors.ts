/** The clause that an id of a clause, of an item below it or of one of its facts stands in; null for anything else. */
export function clauseOfAnchor(clauses: readonly { readonly id: string }[], anchor: string): string | null {
  let found: string | null = null
  for (const { id } of clauses) {
    if (belongsTo(anchor, id) && (found === null || id.length > found.length)) found = id
  }
  return found
}

/** Ids begin with that of what they are part of: `<document>/sec_2__cl_7__item_3`, `<clause>/target_1`. */
function belongsTo(id: string, whole: string): boolean {
  return id === whole || id.startsWith(`${whole}__`) || id.startsWith(`${whole}/`)
}

/** Whether an id is that of a document or of a part of it. */
export function isWithin(id: string, document: string): boolean {
  return id === document || id.startsWith(`${document}/`)
}
