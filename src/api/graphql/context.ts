import type { Change } from '../../access/audit.ts'
import type { AccessScope } from '../../access/scopes.ts'
import type { Scope } from '../../service/scope.ts'

/** What resolvers are given: one scope, and so one set of batched reads, per request. */
export interface Context {
  readonly scope: Scope
  /**
   * Makes a change where the caller may, and writes down that it was made.
   * @throws ZhengmaiError UNAUTHORIZED, and whatever the change throws
   */
  readonly change: <T>(words: ChangeWords, make: () => Promise<T>) => Promise<T>
}

/** What is changed, and what the caller must be allowed for it. */
export interface ChangeWords {
  readonly scope: Exclude<AccessScope, 'read'>
  readonly what: Change
  /** Ids of what it is about. */
  readonly target: string
}
