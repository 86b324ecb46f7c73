/** The k-th greatest value, −Infinity where there are fewer: a heap of the k greatest so far, the least on top. */
export function kthGreatest(values: Float64Array, k: number): number {
  if (values.length < k) return -Infinity
  const heap = values.slice(0, k).sort()
  for (let i = k; i < values.length; i++) if (values[i]! > heap[0]!) replaceLeast(heap, values[i]!)
  return heap[0]!
}

function replaceLeast(heap: Float64Array, value: number): void {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1
    if (child >= heap.length || heap[child]! >= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
}
