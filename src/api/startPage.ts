import type { ServiceStatus } from '../service/status.ts'
import { escapeHtml, renderPlainPage } from './plainPage.ts'

const COUNTS: readonly (readonly [keyof ServiceStatus['counts'], string, string])[] = [
  ['documents', '文件', 'documents'],
  ['citedDocuments', '仅被引用的文件', 'documents only cited'],
  ['clauses', '条款', 'clauses'],
  ['agencies', '单位', 'agencies'],
  ['responsibilities', '责任分工', 'responsibilities'],
  ['citations', '引用', 'citations'],
  ['targets', '量化指标', 'targets'],
]

/** The page at `/`: what is served, in Chinese and English. Without scripts. */
export function renderStartPage({ state, store, model, searchMode, counts }: ServiceStatus): string {
  const rows = COUNTS.map(
    ([key, zh, en]) =>
      `<tr><td>${zh} <span class="en" lang="en">${en}</span></td><td>${counts[key]}</td></tr>`,
  )
  const semantic =
    searchMode === 'KEYWORD'
      ? '目前只有关键词检索 <span class="en" lang="en">keyword search only, no model or no vectors</span>'
      : '混合检索 <span class="en" lang="en">hybrid search</span>'
  return renderPlainPage(
    '政脉 zhengmai',
    `<h1>政脉 <span class="en" lang="en">zhengmai</span></h1>
<p>中国政府政策文件的知识图谱与语义检索服务。<br>
<span class="en" lang="en">Knowledge graph and semantic search for Chinese government policy documents.</span></p>
<ul>
<li><a href="/graphql">/graphql</a> 查询接口与说明 <span class="en" lang="en">GraphQL, with an editor and the schema's documentation</span></li>
<li><a href="/healthz">/healthz</a> 运行状态 <span class="en" lang="en">state of the service</span></li>
</ul>
<p>${state === 'ready' ? '就绪' : '正在载入文件'} <span class="en" lang="en">${state}</span> · ${semantic}</p>
<table>${rows.join('')}</table>
<p><small>${escapeHtml(store)} · ${escapeHtml(model ?? '—')}</small></p>`,
  )
}
