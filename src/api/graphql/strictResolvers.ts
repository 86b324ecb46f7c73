import type { Resolvers, ResolversParentTypes } from './generated.ts'

/**
 * `Resolvers` with every resolver required where the value behind the type lacks the field or has it with another type;
 * the generated type alone does not notice a forgotten resolver.
 */
type Out<R> =
  NonNullable<R> extends infer F ? (F extends (...a: never[]) => infer O ? Awaited<O> : never) : never
type ByDefault<R, P, K extends keyof R> = K extends keyof P
  ? [P[K]] extends [Out<R[K]>]
    ? true
    : false
  : false
type Strict<R, P> = {
  [K in keyof R as K extends '__isTypeOf'
    ? never
    : ByDefault<R, P, K> extends true
      ? never
      : K]-?: NonNullable<R[K]>
} & { [K in keyof R as ByDefault<R, P, K> extends true ? K : never]?: R[K] }
type Full = {
  [T in keyof Resolvers]: T extends keyof ResolversParentTypes
    ? T extends 'Date' | 'Node'
      ? Resolvers[T]
      : Strict<NonNullable<Resolvers[T]>, ResolversParentTypes[T]>
    : Resolvers[T]
}
export type StrictResolvers = { [K in keyof Full as object extends Full[K] ? never : K]: Full[K] } & {
  [K in keyof Full as object extends Full[K] ? K : never]?: Full[K]
}
