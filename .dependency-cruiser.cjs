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
  'graph/neo4j': [...base, 'graph/port', 'graph/schema'],
  ingest: [...base, ...ports, 'src/search/index.ts'],
  'src/search': [...base, ...ports],
  'src/correspondence': [...base, ...ports, 'src/search/index.ts'],
  'src/service': [...base, ...ports, 'src/search', 'src/correspondence'],
  'src/exchange': [...base, ...ports, 'src/service'],
  'src/api': [...base, 'src/service', 'src/exchange'],
  'src/cli': [
    ...base,
    'src/service',
    'src/exchange',
    'ingest/index.ts',
    'ingest/report.ts',
    'ingest/formatReport.ts',
  ],
}
const TESTS = '[.]test[.]ts$'
const layerRules = Object.entries(LAYERS).map(([layer, allowed]) => ({
  name: `layer ${layer}`,
  severity: 'error',
  from: { path: `^${layer}/`, pathNot: TESTS },
  to: {
    path: '^(src|graph|ingest|web|bench|test|scripts)/',
    pathNot: [layer, ...allowed].map((place) => `^${place}${place.endsWith('.ts') ? '$' : '/'}`),
  },
}))
module.exports = {
  forbidden: [
    ...layerRules,
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
