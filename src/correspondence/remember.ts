/** What is worked out of an object, worked out once and kept as long as the object lives. */
export function remember<K extends object, V>(workOut: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const found = kept.get(key)
    if (found !== undefined) return found.value
    const value = workOut(key)
    kept.set(key, { value })
    return value
  }
}
