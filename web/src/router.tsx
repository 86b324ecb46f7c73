import { lazy } from 'react'
import { createBrowserRouter } from 'react-router'
import { Shell } from './components/Shell.tsx'
import { FaultView } from './views/fault/FaultView.tsx'

// each view is a file of its own that is loaded when it is opened
const SearchView = lazy(() => import('./views/search/SearchView.tsx'))
const NodeView = lazy(() => import('./views/node/NodeView.tsx'))
const DocumentsView = lazy(() => import('./views/documents/DocumentsView.tsx'))
const MatrixView = lazy(() => import('./views/matrix/MatrixView.tsx'))
const GraphView = lazy(() => import('./views/graph/GraphView.tsx'))
const AgenciesView = lazy(() => import('./views/agency/AgenciesView.tsx'))
const TargetsView = lazy(() => import('./views/targets/TargetsView.tsx'))
const IngestView = lazy(() => import('./views/ingest/IngestView.tsx'))
const ApiView = lazy(() => import('./views/api/ApiView.tsx'))

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <FaultView />,
    children: [
      { path: '/', element: <SearchView /> },
      // a document, a clause, an agency, a place, a product type: by the kind of the node
      { path: '/id/*', element: <NodeView /> },
      { path: '/documents', element: <DocumentsView /> },
      { path: '/matrix', element: <MatrixView /> },
      { path: '/graph', element: <GraphView /> },
      { path: '/agencies', element: <AgenciesView /> },
      { path: '/targets', element: <TargetsView /> },
      { path: '/ingest', element: <IngestView /> },
      { path: '/api', element: <ApiView /> },
      { path: '*', element: <FaultView /> },
    ],
  },
])
