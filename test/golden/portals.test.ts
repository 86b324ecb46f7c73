import { expect, it } from 'vitest'
import { readDocument } from '../../ingest/readDocument.ts'
import { PORTAL_PAGES, SHOWN } from './portalPages.ts'
import { loadKnowledge } from './seedDocuments.ts'

const knowledge = loadKnowledge()

it.each(PORTAL_PAGES.map(({ name, html }) => [name, html] as const))(
  'reads the document of a page: %s',
  async (_, html) => {
    const known = await knowledge
    const { facts } = await readDocument({ name: 'a.html', bytes: Buffer.from(html) }, known)
    const { document, outline } = facts
    const words = (range: { start: number; end: number } | null) =>
      range === null ? null : outline.normal.text.slice(range.start, range.end)
    expect({
      title: document.title?.value,
      number: document.number?.value,
      issuer: document.issuers.map(({ value }) => value).join(),
      recipients: document.recipients.map(({ value }) => value),
      issuedOn: document.issuedOn?.value,
      publishedOn: document.publishedOn?.value,
      kind: document.kind,
      jurisdiction: document.place === null ? [] : known.gazetteer.pathNames(document.place),
      sections: outline.sections.map(({ node }) => words(node.title)),
      clauses: outline.clauses.map(({ node }) => words(node.title)),
    }).toEqual(SHOWN)
    expect(outline.normal.text).not.toMatch(
      /ICP备|打印|无障碍|当前位置|上一篇|相关|分享|扫一扫|浏览|登录|今天是/,
    )
  },
)
