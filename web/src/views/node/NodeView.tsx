import { useRef } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { AgencyProfile } from '../../components/AgencyProfile.tsx'
import { Await } from '../../components/Await.tsx'
import { isWithin } from './anchors.ts'
import { DocumentView } from './DocumentView.tsx'
import { type AnyNode, NODE } from './documentQuery.ts'
import { Gone } from './Gone.tsx'
import { PlaceView } from './PlaceView.tsx'
import { ProductTypeView } from './ProductTypeView.tsx'

/** Whatever has an id: a document or a part of it, an agency, a place, a product type. */
export default function NodeView() {
  const id = useParams()['*'] ?? ''
  const opened = useRef<string | null>(null)
  // within the document that is open, nothing has to be asked to go from part to part
  const known = opened.current !== null && isWithin(id, opened.current)
  const [asked, ask] = useQuery({ query: NODE, variables: { id }, pause: known })
  if (known) return <DocumentView id={opened.current!} anchor={id} />
  const stale = asked.data?.node != null && asked.operation?.variables?.id !== id
  const answer = stale ? { fetching: true } : asked
  return (
    <Await asked={answer} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ node }: { readonly node: AnyNode | null }) => {
        if (node === null) return <Gone id={id} />
        const document = documentOf(node)
        opened.current = document
        if (document !== null) return <DocumentView id={document} anchor={anchorOf(node)} />
        if (node.__typename === 'Agency') return <AgencyProfile key={node.id} id={node.id} />
        if (node.__typename === 'Jurisdiction') return <PlaceView key={node.id} id={node.id} />
        if (node.__typename === 'ProductType') return <ProductTypeView key={node.id} id={node.id} />
        return <Gone id={id} />
      }}
    </Await>
  )
}

/** Id of the document that a node is or stands in; null where it stands in none. */
function documentOf(node: AnyNode): string | null {
  switch (node.__typename) {
    case 'Document':
      return node.id
    case 'Section':
    case 'Annex':
    case 'Clause':
    case 'LedgerRow':
      return node.document.id
    case 'Target':
    case 'Correspondence':
      return node.clause.document.id
    default:
      return null
  }
}

/** Id of the part to bring into view. */
function anchorOf(node: AnyNode): string {
  return node.__typename === 'Target' || node.__typename === 'Correspondence' ? node.clause.id : node.id
}
