import type { Scope } from '../../service/scope.ts'

/** What resolvers are given: one scope, and so one set of batched reads, per request. */
export interface Context {
  readonly scope: Scope
  /** To be called before anything is changed. @throws ZhengmaiError UNAUTHORIZED */
  readonly checkWrite: () => void
}
