import { toZhengmaiError } from '../errors/error.ts'
import { isPublic, type PublicCode, publicCode } from '../errors/publicCode.ts'

/** A failure of a call as its caller may know it. */
export interface Fault {
  readonly code: PublicCode
  /** In Chinese and English. */
  readonly message: string
  /** E.g. `candidates` of AMBIGUOUS. */
  readonly details: Readonly<Record<string, unknown>>
  /** What is wrong lies with us: it belongs in the log. */
  readonly isOurs: boolean
}

const HIDDEN = {
  INTERNAL: '内部错误，详见服务日志 (internal error, see the log of the service)',
  UNAVAILABLE: '存储或模型暂时不可用，请稍后再试 (unavailable for now, try again later)',
} as const

/** What was made for callers is told, all else only by its code: messages of the store may name files. */
export function toFault(error: unknown): Fault {
  const { code, message, details } = toZhengmaiError(error)
  const told = publicCode(code)
  if (isPublic(code)) return { code: told, message, details, isOurs: false }
  return { code: told, message: HIDDEN[told as keyof typeof HIDDEN], details: {}, isOurs: true }
}
