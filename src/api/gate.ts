import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Access } from '../access/access.ts'
import {
  type Asked,
  type Caller,
  checkOwnPage,
  checkScope,
  type Refusal,
  RefusedError,
  refused,
  type WriteShape,
} from '../access/guard.ts'
import type { AccessScope } from '../access/scopes.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Who was let in; set by `gate.face`. */
    caller: Caller
  }
}

/** Says a refusal as the clients of a face expect it; status and headers are ours to set. */
export type ShapeRefusal = (refusal: Refusal) => object

export interface Face {
  /** What the caller must be allowed; null: anybody may come in, and `checkChange` is called where it matters. */
  readonly scope: AccessScope | null
  /** Needs a key as soon as there is one, wherever the service listens: for APIs whose clients always send one. */
  readonly strict?: boolean
  /** Bytes of a request; 1 MiB where not given. */
  readonly bodyBytes?: number
  /** How long an answer may take until it begins (ms), a minute where not given; null for as long as it takes. */
  readonly answerMs?: number | null
  /** What a request counts as in the rates; 1 where not given. */
  readonly points?: number
  /** Body of a refusal as JSON; `{error: {code, message}}` where not given. */
  readonly shape?: ShapeRefusal
  /** Status of a refusal where an API has its own. */
  readonly status?: (refusal: Refusal) => number
}

/** The guard of all faces as middleware. */
export interface Gate {
  /** For everything that is served: the name by which the service was asked for. */
  readonly hosts: MiddlewareHandler
  /** For one face: origin, rates, key and scope, size of the body, time. */
  face(face: Face): MiddlewareHandler
}

const BODY_BYTES = 1024 * 1024
const ANSWER_MS = 60_000

export function createGate({ guard }: Access): Gate {
  return {
    async hosts(context, next) {
      const asked = askedOf(context)
      try {
        guard.checkHost(asked)
      } catch (error) {
        return refuse(error)
      }
      return next()
    },
    face(face) {
      const { bodyBytes = BODY_BYTES, answerMs = ANSWER_MS } = face
      const limitBody = bodyLimit({
        maxSize: bodyBytes,
        onError: () => refuse(refused('BODY_SIZE', tooLarge(bodyBytes)), face),
      })
      return async (context, next) => {
        try {
          context.set('caller', await guard.admit(askedOf(context), face))
        } catch (error) {
          return refuse(error, face)
        }
        const answer = async () => (await limitBody(context, next)) ?? undefined
        const late = () => refuse(refused('TIME'), face)
        return answerMs === null ? answer() : within(answerMs, answer, late)
      }
    },
  }
}

/** What the guard looks at. */
export function askedOf(context: Context): Asked {
  const { headers, url } = context.req.raw
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  return { headers, url, peer: env?.incoming?.socket?.remoteAddress ?? null }
}

/**
 * Lets an admitted caller change data.
 * @throws RefusedError NO_KEY, SCOPE, FOREIGN_PAGE
 */
export function checkChange(
  caller: Caller,
  request: { readonly headers: Headers },
  { scope, shape }: { readonly scope: Exclude<AccessScope, 'read'>; readonly shape: WriteShape },
): void {
  checkScope(caller, scope)
  if (caller.key === null) checkOwnPage(request, shape)
}

/** A refusal as a response; every other error is thrown again. */
export function refuse(error: unknown, face: Pick<Face, 'shape' | 'status'> = {}): Response {
  if (!(error instanceof RefusedError)) throw error
  const { refusal } = error
  const { status, reason, retryAfter } = refusal
  const headers = new Headers()
  if (retryAfter !== null) headers.set('Retry-After', String(retryAfter))
  if (status === 401) headers.set('WWW-Authenticate', challengeOf(reason))
  const body = face.shape?.(refusal) ?? plain(refusal)
  return Response.json(body, { status: face.status?.(refusal) ?? status, headers })
}

function plain({ code, message }: Refusal): object {
  return { error: { code, message } }
}

/** RFC 6750, 3: a request without a key is told no error. */
function challengeOf(reason: Refusal['reason']): string {
  return reason === 'WRONG_KEY' ? 'Bearer realm="zhengmai", error="invalid_token"' : 'Bearer realm="zhengmai"'
}

async function within(
  ms: number,
  answer: () => Promise<Response | undefined>,
  late: () => Response,
): Promise<Response | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms)
  })
  try {
    return await Promise.race([answer(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function tooLarge(bytes: number): string {
  return bytes < 1024 * 1024
    ? `请求超过 ${Math.floor(bytes / 1024)} KB (request too large)`
    : `请求超过 ${Math.floor(bytes / 1024 / 1024)} MB (request too large)`
}
