import type { AgencyNode, ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { ROLE_NAMES } from '../domain/vocabulary.ts'
import { citeClause } from '../service/cite.ts'
import { clauseWords } from '../service/clauseWords.ts'
import { documentReference } from '../service/reference.ts'
import { openScope, type Scope, type ServiceDeps } from '../service/scope.ts'
import { pageUrl } from '../service/urls.ts'
import { escapeHtml, renderPlainPage } from './plainPage.ts'

/**
 * The page behind the `url` of a document, clause or agency: its words as read, without scripts. Null where there is none.
 * @param path percent-encoded id
 */
export async function readIdPage(services: ServiceDeps, path: string): Promise<string | null> {
  const id = decodePath(path)
  const scope = openScope(services)
  const node = id === null ? null : await scope.read.node(id)
  if (node?.kind === 'DOCUMENT') return documentPage(scope, node)
  if (node?.kind === 'CLAUSE') return clausePage(scope, node)
  if (node?.kind === 'AGENCY') return agencyPage(node)
  return null
}

/** The id of a path; null where it is not well encoded. */
export function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

async function documentPage(scope: Scope, document: DocumentNode): Promise<string> {
  const body = await scope.read.body(document.id)
  const main =
    body === null
      ? '<p>仅被其他文件引用，尚未收录 <span class="en" lang="en">only cited, not ingested</span></p>'
      : paragraphs(body.text)
  return renderPlainPage(document.title, `${heading(documentReference(document), document.id)}\n${main}`)
}

async function clausePage(scope: Scope, clause: ClauseNode): Promise<string> {
  const [reference, document, words, edges] = await Promise.all([
    citeClause(scope, clause),
    scope.read.get('DOCUMENT', clause.documentId),
    clauseWords(scope, clause),
    scope.read.responsibilitiesOfClause(clause.id),
  ])
  const roles = await Promise.all(
    edges.map(async ({ agencyId, role }) => {
      const { id, name } = await scope.read.get('AGENCY', agencyId)
      return `<li>${ROLE_NAMES[role]}：${link(id, name)}</li>`
    }),
  )
  const main = [
    heading(reference, clause.id),
    paragraphs(words),
    `<ul>${roles.join('')}</ul>`,
    `<p>${link(document.id, document.title)}</p>`,
  ]
  return renderPlainPage(reference, main.join('\n'))
}

function agencyPage({ id, name, officialName, aliases }: AgencyNode): string {
  const others = [...(officialName === null || officialName === name ? [] : [officialName]), ...aliases]
  return renderPlainPage(name, `${heading(name, id)}\n<p>${others.map(escapeHtml).join('、')}</p>`)
}

function heading(title: string, id: string): string {
  return `<h1>${escapeHtml(title)}</h1>\n<p><code>${escapeHtml(id)}</code></p>`
}

function paragraphs(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
}

/** Relative to this service, whatever name it is reached by. */
function link(id: string, text: string): string {
  return `<a href="${pageUrl('', id)}">${escapeHtml(text)}</a>`
}
