import { useCallback, useEffect, useState } from 'react'
import { type Client, CombinedError, useClient } from 'urql'
import { graphql } from '../../gql/graphql.ts'
import type { GraphState } from './address.ts'
import { type GraphData, holderOf, type Piece } from './graphData.ts'
import { addCitations, citationRequests, joinPieces, type PieceRequest, requestsOf } from './pieces.ts'

const PIECE = graphql(`
  query GraphPiece(
    $focus: ID!, $depth: Int!, $limit: Int!, $kinds: [NodeKind!], $edgeKinds: [EdgeKind!]
    $relations: [Relation!], $roles: [Role!]
  ) {
    graph(
      focus: $focus, depth: $depth, limit: $limit, kinds: $kinds, edgeKinds: $edgeKinds
      relations: $relations, roles: $roles
    ) {
      truncated
      nodes { id kind label level degree }
      edges { id source target kind label role relation basis score span { start end quote } }
    }
  }
`)

const PATHS = graphql(`
  query GraphPaths($from: ID!, $to: ID!) {
    paths(from: $from, to: $to) {
      truncated
      nodes { id kind label level degree }
      edges { id source target kind label role relation basis score span { start end quote } }
    }
  }
`)

export interface Loaded {
  readonly data: GraphData
  /** Shortest connections of the two nodes that were asked for; empty where there is none, null where none was asked for. */
  readonly paths: readonly Piece[] | null
}

export interface Asked {
  readonly data?: Loaded
  readonly error?: CombinedError
  readonly fetching: boolean
}

/** Fetches what the state asks for; while something new is on its way, what was there before stays. */
export function useGraphData(state: GraphState): readonly [Asked, () => void] {
  const client = useClient()
  const [asked, setAsked] = useState<Asked>({ fetching: true })
  const [attempt, setAttempt] = useState(0)
  const { focus, from, to } = state
  const wanted = JSON.stringify({
    ...{ requests: requestsOf(state), relations: state.relations, roles: state.roles, from, to, focus },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks for the same again
  useEffect(() => {
    let late = false
    setAsked((old) => ({ ...(old.data === undefined ? {} : { data: old.data }), fetching: true }))
    load(client, JSON.parse(wanted) as Wanted).then(
      (data) => late || setAsked({ data, fetching: false }),
      (error: unknown) => late || setAsked({ error: asCombined(error), fetching: false }),
    )
    return () => {
      late = true
    }
  }, [client, wanted, attempt])
  return [asked, useCallback(() => setAttempt((count) => count + 1), [])]
}

interface Wanted extends Pick<GraphState, 'relations' | 'roles' | 'from' | 'to' | 'focus'> {
  readonly requests: readonly PieceRequest[]
}

async function load(client: Client, wanted: Wanted): Promise<Loaded> {
  const { requests, focus } = wanted
  const [answers, paths] = await Promise.all([
    Promise.all(requests.map((request, index) => askPiece(client, request, wanted, index > 0))),
    wanted.from === '' ? null : askPaths(client, wanted.from, wanted.to),
  ])
  const data = joinPieces(requests, answers, paths ?? [])
  const citations = citationRequests(data)
  const cited = await Promise.all(citations.map((request) => askPiece(client, request, wanted, true)))
  const joined = addCitations(data, cited, holderOf(focus), new Set(wanted.relations))
  return { data: joined, paths }
}

const NOTHING: Piece = { nodes: [], edges: [], truncated: false }

/** @param lenient whether something unknown is passed over: what was opened may have been removed since */
async function askPiece(
  client: Client,
  request: PieceRequest,
  wanted: Wanted,
  lenient: boolean,
): Promise<Piece> {
  const { data, error } = await client
    .query(PIECE, {
      ...{ focus: request.focus, depth: request.depth, limit: request.limit },
      ...{ kinds: [...request.kinds], edgeKinds: [...request.edgeKinds] },
      ...{ relations: [...wanted.relations], roles: [...wanted.roles] },
    })
    .toPromise()
  if (data !== undefined && data !== null) return data.graph
  if (lenient && error?.graphQLErrors.some((each) => each.extensions['code'] === 'NOT_FOUND')) return NOTHING
  throw error ?? new Error('no answer')
}

async function askPaths(client: Client, from: string, to: string): Promise<readonly Piece[]> {
  const { data, error } = await client.query(PATHS, { from, to }).toPromise()
  if (data !== undefined && data !== null) return data.paths
  throw error ?? new Error('no answer')
}

function asCombined(error: unknown): CombinedError {
  if (error instanceof CombinedError) return error
  return new CombinedError({ networkError: error instanceof Error ? error : new Error(String(error)) })
}
