import { ZhengmaiError } from '../errors/error.ts'

/** @throws ZhengmaiError UNAVAILABLE once the user has broken the work off */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ZhengmaiError('UNAVAILABLE', '已中断')
}
