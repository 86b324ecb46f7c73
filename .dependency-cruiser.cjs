// Who may import whom. Each row: a folder and what it may import besides itself; all else is an error.
// src/app has no row: it alone sees everything, and so do test/, bench/ and scripts/.
const base = ['src/domain', 'src/errors', 'src/text']
const ports = ['graph/port', 'src/embedding/port.ts']
const LAYERS = {
  'src/domain': [],
  'src/errors': ['src/domain'],
  'src/text': ['src/domain', 'src/errors'],
  'src/thread': [],
  'src/config': ['src/errors'],
  'src/embedding': [...base, 'src/thread'],
  'graph/port': base,
  'graph/schema': base,
  'graph/embedded': [...base, 'src/thread', 'graph/port', 'graph/schema'],
  'graph/neo4j': [...base, 'src/thread', 'graph/port', 'graph/schema'],
  ingest: [...base, ...ports, 'src/thread', 'src/search/index.ts'],
  'src/search': [...base, ...ports],
  'src/correspondence': [...base, ...ports, 'src/search/index.ts'],
  'src/citing': base,
  'src/service': [...base, ...ports, 'src/search', 'src/correspondence', 'src/citing'],
  'src/exchange': [...base, ...ports, 'src/service'],
  'src/operations': [...base, 'src/service'],
  'src/mcp': [...base, 'src/service', 'src/operations'],
  'src/access': base,
  'src/api': [
    ...base,
    'src/access',
    'src/service',
    'src/operations',
    'src/mcp/http.ts',
    'src/exchange',
    'ingest/report.ts',
  ],
  'src/cli': [
    ...base,
    'src/service',
    'src/exchange',
    'ingest/index.ts',
    'ingest/report.ts',
    'ingest/formatReport.ts',
  ],
}
// the page: what is shared knows nothing of the views, and views know nothing of each other
const PAGE = {
  'web/src/gql': [],
  'web/src/core': ['web/src/gql'],
  'web/src/components': ['web/src/core', 'web/src/gql'],
}
const TESTS = '[.]test[.]tsx?$'
const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `layer ${layer}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: TESTS },
  to: {
    path: '^(src|graph|ingest|web|bench|test|scripts)/',
    pathNot: [layer, ...allowed].map((place) => `^${place}${place.endsWith('.ts') ? '$' : '/'}`),
  },
}))
const pageRules = [
  ...Object.entries(PAGE).map(([layer, allowed]) => ({
    name: `page layer ${layer}`,
    severity: 'error',
    from: { path: `^${layer}/`, pathNot: TESTS },
    to: { path: '^web/', pathNot: [layer, ...allowed].map((place) => `^${place}/`) },
  })),
  {
    name: 'a view does not know another view',
    severity: 'error',
    from: { path: '^web/src/views/([^/]+)/' },
    to: { path: '^web/src/views/([^/]+)/', pathNot: '^web/src/views/$1/' },
  },
  {
    name: 'the page knows the service by its addresses only',
    severity: 'error',
    from: { path: '^web/' },
    to: { path: '^(src|graph|ingest|bench|test|scripts)/' },
  },
]
module.exports = {
  forbidden: [
    ...layerRules,
    ...pageRules,
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'an ingestion stage does not know another stage',
      severity: 'error',
      from: { path: '^ingest/([^/]+)/', pathNot: TESTS },
      to: { path: '^ingest/([^/]+)/', pathNot: '^ingest/$1/' },
    },
    { name: 'nobody imports tests', severity: 'error', from: {}, to: { path: TESTS } },
    {
      name: 'only the embedded adapter knows SQLite',
      severity: 'error',
      from: { pathNot: ['^graph/embedded/', '^test/', '^bench/'] },
      to: { path: 'sqlite' },
    },
    {
      name: 'only the Neo4j adapter knows its driver',
      severity: 'error',
      from: { pathNot: ['^graph/neo4j/', '^test/', '^bench/'] },
      to: { path: 'neo4j-driver' },
    },
    {
      name: 'only src/embedding knows the model runtime',
      severity: 'error',
      from: { pathNot: ['^src/embedding/', '^test/', '^bench/'] },
      to: { path: '@huggingface/transformers' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
